// An ESM import of node:http also loads undici; requiring it here costs nothing, since the runtime has it already.
module.exports = process.getBuiltinModule('node:http');
