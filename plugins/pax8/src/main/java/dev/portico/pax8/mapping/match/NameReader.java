package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.CompanyName.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads company names: accents, dots, legal forms, abbreviations, names in brackets and after "dba". */
final class NameReader {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])");
    private static final Pattern SINGLE_AND_SINGLE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L})\\s*(?:&|\\+|\\band\\b)\\s*(\\p{L})(?![\\p{L}\\p{N}])");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]?");
    private static final Pattern OTHER_NAME =
            Pattern.compile("(?<=\\S\\s)(?:d[./ ]?b[./ ]?a|a[./]k[./]a|aka|f[./]k[./]a|fka|t/a|trading as|doing business as)\\b\\.?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GLUED_FORM = Pattern.compile("(\\p{L}{4,})(llc|pllc)");

    private static final int SHORTEST_INITIALS = 3;

    private NameReader() {}

    static CompanyName read(String name) {
        String text = plainLetters(name);
        List<String> pieces = new ArrayList<>();
        for (String piece : OTHER_NAME.split(text)) {
            Matcher brackets = BRACKETS.matcher(piece);
            StringBuilder outside = new StringBuilder();
            List<String> inside = new ArrayList<>();
            while (brackets.find()) {
                inside.add(brackets.group(1));
                brackets.appendReplacement(outside, " ");
            }
            brackets.appendTail(outside);
            pieces.add(outside.toString());
            pieces.addAll(inside);
        }
        Set<String> families = new HashSet<>();
        Map<String, String> spellings = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (String piece : pieces) {
            part(piece, families, spellings, parts);
        }
        return new CompanyName(
                List.copyOf(parts), Map.copyOf(spellings), Set.copyOf(families), NO_WORD.matcher(text).replaceAll(""));
    }

    private static void part(
            String piece, Set<String> families, Map<String, String> spellings, List<Part> parts) {
        List<String> all = tokens(piece);
        List<String> words = new ArrayList<>();
        for (String token : all) {
            if (Vocabulary.legalForm(token) && all.size() > 1) {
                families.add(Vocabulary.legalFamily(token));
            } else if (!Vocabulary.stopWord(token) && !Vocabulary.tag(token)) {
                String word = Vocabulary.spelledOut(token);
                words.add(word);
                spellings.putIfAbsent(word, token);
            }
        }
        if (words.isEmpty()) {
            if (!parts.isEmpty() || all.isEmpty()) {
                return; // why: a bracket with a tag or a legal form only is no name
            }
            words.addAll(all); // why: a firm called "The Company" has no other words
        }
        parts.add(new Part(List.copyOf(words), String.join("", words), initials(all)));
    }

    private static Set<String> initials(List<String> all) {
        Set<String> result = new LinkedHashSet<>();
        result.add(initials(all, token -> true));
        result.add(initials(all, token -> !Vocabulary.stopWord(token)));
        result.add(initials(all, token -> !Vocabulary.legalForm(token)));
        result.add(initials(all, token -> !Vocabulary.stopWord(token) && !Vocabulary.legalForm(token)));
        result.removeIf(letters -> letters.length() < SHORTEST_INITIALS);
        return result;
    }

    private static String initials(List<String> tokens, Predicate<String> counted) {
        return tokens.stream()
                .filter(counted)
                .map(token -> token.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static List<String> tokens(String piece) {
        List<String> result = new ArrayList<>();
        StringBuilder singles = new StringBuilder();
        for (String token : NO_WORD.split(piece)) {
            if (token.isEmpty()) {
                continue;
            }
            if (token.length() == 1 && Character.isLetter(token.charAt(0))) {
                singles.append(token); // why: "J K Plumbing" and "JK Plumbing" are one
                continue;
            }
            if (!singles.isEmpty()) {
                result.add(singles.toString());
                singles.setLength(0);
            }
            Matcher glued = GLUED_FORM.matcher(token);
            if (glued.matches()) {
                result.addAll(Arrays.asList(glued.group(1), glued.group(2)));
            } else {
                result.add(token);
            }
        }
        if (!singles.isEmpty()) {
            result.add(singles.toString());
        }
        return result;
    }

    /** Lower case, without accents and apostrophes, dotted letters joined. */
    static String plainLetters(String name) {
        String text = name.toLowerCase(Locale.ROOT)
                .replace("&amp;", "&")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d");
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        text = APOSTROPHES.matcher(text).replaceAll("");
        text = DOTTED.matcher(text).replaceAll(match -> match.group().replace(".", ""));
        return SINGLE_AND_SINGLE.matcher(text).replaceAll("$1$2");
    }
}
