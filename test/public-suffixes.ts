// Read by vitest before every test file: the engine is told where the public suffix list is, as an edition does.
import { publicSuffixes } from "../src/cli/public-suffixes.js";
import { usePublicSuffixes } from "../src/engine/passwords/owner.js";

usePublicSuffixes(publicSuffixes);
