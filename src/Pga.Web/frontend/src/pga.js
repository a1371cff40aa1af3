// Everything here is an extra: each form works without it.
import { focusErrors } from './fouten.js';
import { followOutcome } from './contact.js';
import { followSpreekuur } from './spreekuur.js';
import { guardUnsaved } from './bewaak.js';
import { guardDoubleSubmit } from './dubbel.js';
import { bindPrint } from './print.js';
import { followMaking } from './voortgang.js';
import { showOpenPart } from './subnav.js';

// Order matters: what a form hides is decided before its contents are remembered,
// and a submit that is refused as a double must not count as a save.
followOutcome();
followSpreekuur();
bindPrint();
followMaking();
guardDoubleSubmit();
guardUnsaved();
focusErrors();
showOpenPart();
