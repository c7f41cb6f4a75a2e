import { parse } from "regexparam";
import { expect, test } from "vitest";
import { match } from "./router.tsx";

const routes = ["/en", "/en/:coalition/*", "/:coalition", "/:coalition/bord/:area", "/:coalition/:area", "*"].map((address) => ({
  address,
  layers: [],
  ...parse(address),
}));
const found = (pathname: string) => {
  const { route, params } = match(routes, pathname) ?? {};
  return [route?.address, params];
};

test("WEB-02 the first route that fits an address counts, with its parts as people read them", () => {
  expect(found("/en/")).toEqual(["/en", {}]);
  expect(found("/enschede")).toEqual(["/:coalition", { coalition: "enschede" }]);
  expect(found("/Zuidwest/Bord/zoete%20inval")).toEqual(["/:coalition/bord/:area", { coalition: "Zuidwest", area: "zoete inval" }]);
  expect(found("/zuidwest/100%")).toEqual(["/:coalition/:area", { coalition: "zuidwest", area: "100%" }]);
  expect(found("/a/b/c/d")[0]).toBe("*");
});
