package dev.portico.pax8.mapping.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known about words of company names before any list is read. */
final class Vocabulary {

    /** Legal forms by family; forms of one family do not contradict each other. */
    private static final Map<String, String> LEGAL_FORMS = families(
            "llc: llc lc",
            "pllc: pllc plc",
            "corporation: inc incorporated corp corporation co company cie",
            "limited: ltd limited ltda lda",
            "partnership: llp lp lllp",
            "professional: pc pa ps apc",
            "gmbh: gmbh mbh ug kg ohg gbr haftungsbeschrankt",
            "ag: ag se",
            "bv: bv nv vof cv",
            "sa: sa sas sarl sprl bvba eurl srl spa sl slu",
            "nordic: ab oy oyj as asa aps",
            "east: ooo oao zao pao sro zrt kft doo",
            "pty: pty pte bhd sdn",
            "charity: cic cio ev eg");

    /** Words that only say which of the own customers this is. */
    private static final Set<String> TAGS = words("test demo hq main client customer new old internal inactive do not use"
            + " headquarters nfr trial managed prospect archived duplicate main_office");

    private static final Set<String> STOP_WORDS = words("the and of for a an in at on to by de la le les du des den der die das van het und et y e i");

    private static final Map<String, String> ABBREVIATIONS = pairs(
            "svcs services svc services service services serv services mgmt management mgt management mngmt management"
                    + " intl international int international natl national assn association assoc associates asso associates"
                    + " associate associates assocs associates ctr center cntr center centre center centers center"
                    + " dept department univ university sch school schl school schools school st saint mt mount ft fort"
                    + " grp group mfg manufacturing tech technology techs technology technologies technology"
                    + " technical technology sys systems system systems solns solutions soln solutions solution solutions"
                    + " bros brothers brother brothers constr construction const construction contr contractors"
                    + " contracting contractors contractor contractors eng engineering engr engineering dev development"
                    + " devel development comm community cmty community communities community cnty county co-op cooperative"
                    + " coop cooperative dist district twp township med medical hosp hospital govt government inst institute"
                    + " ins insurance acad academy adv advanced amer american dba dba elem elementary"
                    + " ent enterprises enterprise enterprises equip equipment fin financial fdn foundation found foundation"
                    + " hts heights ind industries industry industries industrial industries lab laboratory labs laboratory"
                    + " laboratories laboratory lib library mkt market mktg marketing mtn mountain no north n north s south"
                    + " e east w west ne northeast nw northwest se southeast sw southwest so south"
                    + " pkwy parkway plbg plumbing prod productions prods productions production productions prof professional"
                    + " prop properties props properties property properties rd road ave avenue av avenue blvd boulevard"
                    + " hwy highway rest restaurant sq square supp supply supplies supply trans transport"
                    + " transp transport vet veterinary wa washington wash washington acct accounting acctg accounting"
                    + " atty attorney attys attorney attorneys attorney dr doctor drs doctor bldg building bldrs builders"
                    + " builder builders chiro chiropractic dent dental elec electric electrical electric electrics electric"
                    + " ctre center jr junior sr senior ltg lighting twnshp township nbhd neighborhood mem memorial"
                    + " cath catholic luth lutheran bapt baptist meth methodist presby presbyterian chr christian"
                    + " yr year ctrs center hq headquarters auth authority admin administration corps corps"
                    + " cncl council env environmental mech mechanical phys physical pt physical ther therapy"
                    + " theraputic therapy therapeutic therapy therapies therapy consult consulting consultants consulting"
                    + " consultant consulting cons consulting designs design designers design interiors interior"
                    + " holding holdings hldgs holdings hldg holdings invest investments inv investments investment investments"
                    + " svgs savings rlty realty fmly family gen general pres preschool preschl preschool one 1 two 2 three 3"
                    + " four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 first 1st second 2nd third 3rd fourth 4th fifth 5th"
                    + " stg stichting ver vereniging");

    /** About how many of a thousand company names have the word. */
    private static final Map<String, Integer> PER_MILLE = frequencies(
            "60: services group",
            "40: design construction center school consulting studio holdings",
            "25: solutions international systems associates technology management church trust community",
            "15: enterprises partners properties home homes health care medical dental law office offices foundation",
            "15: association development american seattle restaurant cleaning beheer stichting county city town public",
            "10: investments capital global industries products supply company painting landscaping electric plumbing",
            "10: contractors marketing media digital financial insurance realty real estate family children learning",
            "10: early childhood education academy therapy counseling massage wellness clinic professional creative",
            "6: auto repair transport trucking logistics engineering architects architecture security software data",
            "6: network networks consultancy advies interior floor roofing remodeling builders building general coffee",
            "6: cafe bar grill kitchen food foods market store shop salon hair beauty spa nails photography art arts",
            "6: music dance fitness yoga gym sports club society fund charity memorial house village park lake river",
            "6: north south east west new saint pacific northwest washington western national united states state",
            "4: mountain valley bay hill green blue red black white golden star sun first best pro quality premier",
            "4: custom advanced innovative elite superior united express direct total all one world life smart",
            "4: university college district preschool daycare day child youth senior housing project program site",
            "4: brothers sons family trading import export energy power solar water environmental heating cooling air");

    private Vocabulary() {}

    static boolean legalForm(String word) {
        return LEGAL_FORMS.containsKey(word);
    }

    static String legalFamily(String word) {
        return LEGAL_FORMS.getOrDefault(word, "");
    }

    static boolean tag(String word) {
        return TAGS.contains(word);
    }

    static boolean stopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    static String spelledOut(String word) {
        return ABBREVIATIONS.getOrDefault(word, word);
    }

    /** Share of all company names that have the word, as far as known; 0 for any other word. */
    static double share(String word) {
        return PER_MILLE.getOrDefault(word, 0) / 1000.0;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> result = new HashMap<>();
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            result.put(words[i], words[i + 1]);
        }
        return Map.copyOf(result);
    }

    private static Map<String, String> families(String... lines) {
        Map<String, String> result = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            for (String form : parts[1].split(" ")) {
                result.put(form, parts[0]);
            }
        }
        return Map.copyOf(result);
    }

    private static Map<String, Integer> frequencies(String... lines) {
        Map<String, Integer> result = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            for (String word : parts[1].split(" ")) {
                result.merge(word, Integer.valueOf(parts[0]), Math::max);
            }
        }
        return Map.copyOf(result);
    }
}
