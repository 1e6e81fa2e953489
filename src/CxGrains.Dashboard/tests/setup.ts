import { en } from "../src/i18n/en";
import { speak } from "../src/texts";

speak(en);
