import { hydrate } from "./redoc.js";

const input = await fetch(document.getElementById("redoc-input").href);
const { definition, options } = await input.json();
hydrate(definition, options, document.getElementById("redoc"));
