// The page calls its own origin, and Vite hands /api on with the credential, which no page should hold. In production your
// own server does both.
const target = process.env.API_ADDRESS ?? "http://127.0.0.1:4010";
const headers = { Authorization: `Bearer ${process.env.SUPEROFFICE_TOKEN ?? "EXAMPLE"}` };

export default { server: { proxy: { "/api": { target, headers } } } };
