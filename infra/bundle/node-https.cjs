// Same as node-http.cjs.
module.exports = process.getBuiltinModule('node:https');
