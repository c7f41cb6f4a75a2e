import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printSchema } from "graphql";
import { hubSchema } from "../graphql/schema.ts";

const file = join(process.cwd(), "packages/schema/schema.graphql");
writeFileSync(file, `${printSchema(await hubSchema())}\n`);
