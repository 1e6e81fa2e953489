import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

// Words that people read stand in the catalogues (src/i18n), or a language would be without them. What a build asks first:
// `npm run words` needs no types and takes a moment.
const message = "Words that people read belong into the catalogues, src/i18n.";
const spoken = "Literal[value=/\\p{L}{2}/u]";
const told = "TemplateElement[value.raw=/\\p{L}{2}/u]";
const attributes = "/^(title|alt|placeholder|label|hint|note|aria-label|aria-description|aria-roledescription)$/";

const selectors = [
  "JSXText[value=/\\p{L}{2}/u]",
  // In braces, and in the branches of what is chosen there.
  ...[spoken, told].flatMap((words) => [
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${words}`,
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > ${words}`,
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${words}`,
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > TemplateLiteral > ${words}`,
    `JSXAttribute[name.name=${attributes}] > ${words}`,
    `JSXAttribute[name.name=${attributes}] > JSXExpressionContainer > ${words}`,
    `JSXAttribute[name.name=${attributes}] > JSXExpressionContainer > TemplateLiteral > ${words}`,
  ]),
];

/** No words in what is drawn. */
export const words = {
  files: ["src/**/*.tsx"],
  rules: { "no-restricted-syntax": ["error", ...selectors.map((selector) => ({ selector, message }))] },
};

export default defineConfig({ ...words, languageOptions: { parser: tseslint.parser } });
