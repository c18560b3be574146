import { hydrate } from "./redoc.js";

const { definition, options } = JSON.parse(document.getElementById("redoc-input").textContent);
hydrate(definition, options, document.getElementById("redoc"));
