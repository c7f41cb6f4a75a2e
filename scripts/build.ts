import { prepareServer, prepareWeb } from "./prepare.ts";

prepareWeb();
await prepareServer();
