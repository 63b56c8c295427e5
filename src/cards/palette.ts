/** The colours of what is drawn in a build: those of the light pages, as `src/styles/tokens.css` names them. */
export const palette = {
  paper: '#fbf8f1',
  ink: '#221d17',
  soft: '#6a5f52',
  rule: '#ddd3c2',
  accent: '#8a2f1d',
} as const;
