package dev.portico.sandbox.data;

import java.util.ArrayList;
import java.util.List;

/** The files of the demo, made from the same firms as the sandbox's data of size M. */
final class DemoFiles {

    private DemoFiles() {
    }

    /** The companies of the demo portal: name, city, country, website. */
    static String portalCompanies() {
        List<String> lines = new ArrayList<>(List.of("name,city,country,website"));
        for (Firms.Pairing pairing : new Firms(Firms.MEDIUM).inPortal()) {
            Firm firm = pairing.firm();
            boolean website = Dice.of("portal-website/" + firm.key()).percent(60);
            lines.add(line(firm.fullName(), firm.city().name(), firm.city().country().name(), website ? "https://" + firm.host() : ""));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Which company of the sandbox is which company of the portal; the last field is empty where there is none. */
    static String truth() {
        List<String> lines = new ArrayList<>(List.of("pax8_company_id,pax8_name,portal_name"));
        for (Firms.Pairing pairing : new Firms(Firms.MEDIUM).atPax8()) {
            String name = pairing.atPax8() == null ? "" : pairing.atPax8();
            lines.add(line(Ids.of("company", pairing.firm().key()), name, pairing.inPortal() == null ? "" : pairing.inPortal()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String... fields) {
        List<String> quoted = new ArrayList<>();
        for (String field : fields) {
            boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
            quoted.add(plain ? field : '"' + field.replace("\"", "\"\"") + '"');
        }
        return String.join(",", quoted);
    }
}
