/** Bodies of these vendors are a few kilobytes; anything near this is not an answer. */
export const maxBodyBytes = 1_048_576;
