import { createSuperOfficeClient } from "@image-apis/client/superoffice";

const superoffice = createSuperOfficeClient({ baseUrl: location.origin });
const file = document.querySelector("#file");
const progress = document.querySelector("#progress");
const said = document.querySelector("#said");

file.addEventListener("change", async () => {
  const [image] = file.files;
  if (image === undefined) return;
  said.textContent = "On its way …";
  try {
    const blobId = await superoffice.savePersonImage({
      personId: 123,
      image,
      onProgress: ({ loaded, total }) => {
        progress.value = loaded / total;
      },
    });
    said.textContent = `Stored as ${blobId}.`;
  } catch (error) {
    // The message says what was wrong and what to do.
    said.textContent = String(error);
  }
});
