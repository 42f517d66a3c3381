/** A plain picture; the sandbox does not look at what is on it. */
export function plainPhoto(): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = 640;
  canvas.height = 480;
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("There is no photo.")) : resolve(blob)), "image/jpeg");
  });
}
