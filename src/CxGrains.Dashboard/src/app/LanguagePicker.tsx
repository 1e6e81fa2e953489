import { withDigits } from "../i18n/digits";
import {
  chooseLanguage,
  language,
  languages,
  numerals,
  ownDigits,
  ownNames,
  type Language,
  type Numerals,
} from "../i18n/language";
import { texts } from "../texts";

const sample = "123";

interface Choice {
  readonly name: Language;
  readonly numerals: Numerals;
  readonly text: string;
}

const choices: readonly Choice[] = languages.flatMap((name): Choice[] => {
  const digits = ownDigits[name];
  return digits === undefined
    ? [{ name, numerals: "latin", text: ownNames[name] }]
    : [
        { name, numerals: "own", text: `${ownNames[name]} ${withDigits(sample, digits)}` },
        { name, numerals: "latin", text: `${ownNames[name]} ${sample}` },
      ];
});

const current = choices.findIndex(
  (choice) => choice.name === language && (ownDigits[language] === undefined || choice.numerals === numerals),
);

/** The language of the page and its digits: a globe, over which lies the browser's own list. */
export function LanguagePicker() {
  return (
    <span className="icon-button language-picker" title={texts.page.languagePick}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM2.5 10h15M10 2.5c2.2 2.2 3.2 4.6 3.2 7.5s-1 5.3-3.2 7.5C7.8 15.3 6.8 12.9 6.8 10s1-5.3 3.2-7.5Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <select
        aria-label={texts.page.languagePick}
        value={current}
        onChange={(event) => {
          const choice = choices[Number(event.target.value)];
          if (choice !== undefined) {
            chooseLanguage(choice.name, choice.numerals);
          }
        }}
      >
        {choices.map((choice, index) => (
          <option key={choice.text} value={index} lang={choice.name}>
            {choice.text}
          </option>
        ))}
      </select>
    </span>
  );
}
