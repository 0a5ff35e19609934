// An ESM import of node:http loads undici with it; what the runtime already has in itself costs nothing.
module.exports = process.getBuiltinModule('node:http');
