const loopback = new Set(["127.0.0.1", "localhost"]);

/** Puts the form in the place of the button that asked for it. */
export async function openForm(place, address) {
  const data = await (await fetch(address)).json();
  const form = document.createElement("form");
  form.className = "try-form";
  form.setAttribute("aria-label", `Try ${data.operationId} on the mock`);
  form.append(
    element("h2", { id: "try-it", textContent: "Try it on the mock" }),
    element("p", {
      textContent:
        "Sends this request to a mock on your own machine, with made-up credentials. It cannot reach a vendor.",
    }),
    labelled("Address of the mock", field("mock", data.mock, { required: true })),
    ...data.parameters.map((parameter) =>
      labelled(
        `${parameter.name} (${parameter.in}${parameter.required ? ", required" : ""}${parameter.isList ? ", separated by commas" : ""})`,
        field(`${parameter.in} ${parameter.name}`, parameter.value, {
          required: parameter.in === "path",
        }),
      ),
    ),
    ...choice("Credentials", "credentials", [...data.credentials.map(({ name }) => name), "none"]),
    ...bodyFields(data.bodies),
    element("button", { className: "button", textContent: "Send" }),
    element("div", { className: "try-answer" }),
  );
  form.querySelector(".try-answer").setAttribute("role", "status");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, data);
  });
  place.replaceChildren(form);
  form.querySelector("input").focus();
}

async function send(form, data) {
  const answer = form.querySelector(".try-answer");
  const values = new FormData(form);
  const mock = URL.parse(values.get("mock"));
  if (mock?.protocol !== "http:" || !loopback.has(mock.hostname)) {
    answer.textContent = `Only a mock on this machine is asked. Give an address like ${data.mock}`;
    return;
  }
  answer.textContent = "Sending …";
  try {
    const response = await fetch(mock.origin + target(data, values), request(form, data, values));
    answer.replaceChildren(...(await shown(response)));
  } catch {
    const command =
      mock.port === new URL(data.mock).port
        ? "npm run mock"
        : `npm run mock -- --port ${mock.port || 80}`;
    answer.replaceChildren(
      element("p", {
        textContent: `No mock answers at ${mock.origin}. Start one in a checkout of this repository, then send again:`,
      }),
      element("pre", { textContent: command }),
    );
  }
}

function target({ path, parameters }, values) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values.get(`path ${name}`)),
  );
  const query = new URLSearchParams();
  for (const { name, in: place, isList } of parameters) {
    const value = values.get(`${place} ${name}`).trim();
    if (place !== "query" || value === "") continue;
    for (const item of isList ? value.split(/\s*,\s*/) : [value]) query.append(name, item);
  }
  return filled + (query.size > 0 ? `?${query}` : "");
}

function request(form, { method, parameters, credentials, bodies }, values) {
  const headers = new Headers(
    credentials.find(({ name }) => name === values.get("credentials"))?.headers,
  );
  for (const { name, in: place } of parameters) {
    const value = values.get(`${place} ${name}`).trim();
    if (place === "header" && value !== "") headers.set(name, value);
  }
  const body = bodies.find(({ mediaType }) => mediaType === values.get("body"));
  if (body === undefined) return { method, headers };
  const files = [...(form.querySelector("input[type=file]")?.files ?? [])];
  if (body.kind === "form") {
    const data = new FormData();
    for (const file of files) data.append(body.part, file);
    return { method, headers, body: data };
  }
  const [file] = files;
  // A range such as image/* stands for the type of the file itself.
  const type = body.mediaType.includes("*")
    ? file?.type || "application/octet-stream"
    : body.mediaType;
  headers.set("Content-Type", type);
  return { method, headers, body: body.kind === "file" ? file : values.get("text") };
}

async function shown(response) {
  const type = response.headers.get("content-type") ?? "";
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const parts = [
    element("p", {
      className: "try-status",
      textContent: `${response.status} ${response.statusText}`,
    }),
    element("pre", { className: "try-headers", textContent: headers }),
  ];
  if (type.startsWith("image/")) {
    const src = URL.createObjectURL(await response.blob());
    return [...parts, element("img", { src, alt: "The image in the answer" })];
  }
  const text = await response.text();
  if (text === "") return [...parts, element("p", { textContent: "No body." })];
  return [...parts, element("pre", { className: "try-body", textContent: pretty(text, type) })];
}

function pretty(text, type) {
  try {
    return type.includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
  } catch {
    return text;
  }
}

function bodyFields(bodies) {
  if (bodies.length === 0) return [];
  const fields = choice("Body", "body", [...bodies.map(({ mediaType }) => mediaType), "none"]);
  if (bodies.some(({ kind }) => kind !== "text")) {
    const several = bodies.some(({ isList }) => isList);
    fields.push(
      labelled(several ? "Files" : "File", element("input", { type: "file", multiple: several })),
    );
  }
  const text = bodies.find(({ kind }) => kind === "text");
  if (text !== undefined) {
    fields.push(
      labelled("Text", element("textarea", { name: "text", rows: 5, value: text.value })),
    );
  }
  return fields;
}

function choice(label, name, names) {
  if (names.length < 2) return [];
  const select = element("select", { name });
  select.append(...names.map((value) => element("option", { value, textContent: value })));
  return [labelled(label, select)];
}

function field(name, value, more) {
  return element("input", { name, value, autocomplete: "off", spellcheck: false, ...more });
}

function labelled(text, control) {
  const label = element("label", {});
  label.append(element("span", { textContent: text }), control);
  return label;
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
