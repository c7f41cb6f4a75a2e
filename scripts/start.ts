import { pathToFileURL } from "node:url";
import { hubProgram, prepareServer, prepareWeb } from "./prepare.ts";

prepareWeb();
await prepareServer();
await import(pathToFileURL(hubProgram).href);
