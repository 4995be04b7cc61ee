package org.towercrier.customer.ui.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.towercrier.customer.CustomerPages.Page;
import org.towercrier.customer.CustomerPages.Place;
import org.towercrier.customer.Loyalty;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;
import org.towercrier.ui.theme.Severity;

/** What the page of a customer says, without a widget: sections of facts; what is not known is left out. */
final class PageContent {

    private static final List<String> PERSON = List.of("gender", "age", "birthDate", "occupation", "incomeBand", "phone", "email",
            "address",
            "language", "region", "competitiveArea", "clientManager", "joinDate", "tenure", "leaveDate", "preferredChannel");
    private static final List<String> HOUSEHOLD = List.of("name", "address", "bundle", "broadband", "fixedLine", "mobiles");
    private static final List<String> GROUP = List.of("name", "industry", "members", "groupNetwork", "clientManager");
    private static final List<String> CONTRACT = List.of("type", "start", "end", "commitment", "renewals", "penalty");
    private static final List<String> REFERENCES = List.of("region", "bundle");
    private static final int MOST_LINES = 6;

    private final Page page;
    private final Map<String, String> names;
    private final PageTexts texts;
    private final Consumer<String> openCell;

    /**
     * @param names    of products and regions by their ids
     * @param openCell shows a cell
     */
    PageContent(Page page, Map<String, String> names, PageTexts texts, Consumer<String> openCell) {
        this.page = page;
        this.names = names;
        this.texts = texts;
        this.openCell = openCell;
    }

    /** All sections in their order. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, text("Page_Who"), facts(Literals.CUSTOMER, page.person(), PERSON));
        add(sections, texts.label(Literals.CONTRACT),
                page.contract().map(row -> facts(Literals.CONTRACT, row, CONTRACT)).orElse(List.of()));
        add(sections, text("Page_Products"), page.products().stream().limit(MOST_LINES).map(this::product).toList());
        add(sections, texts.label(Literals.HOUSEHOLD),
                page.household().map(row -> facts(Literals.HOUSEHOLD, row, HOUSEHOLD)).orElse(List.of()));
        add(sections, texts.label(Literals.CORPORATE_GROUP),
                page.group().map(row -> facts(Literals.CORPORATE_GROUP, row, GROUP)).orElse(List.of()));
        add(sections, text("Page_Places"), Stream.of(place("Page_Home", page.home()), place("Page_Work", page.work())).flatMap(List::stream)
                .toList());
        add(sections, text("Page_Segments"), orNone(page.segments().stream().limit(MOST_LINES).map(this::segment).toList(),
                "Page_NoSegments"));
        add(sections, text("Page_Loyalty"), page.loyalty().map(this::loyalty).orElse(List.of()));
        add(sections, text("Page_Tickets"), orNone(beside("Ticket", page.tickets(), "created", "title", "state"), "Page_NoTickets"));
        add(sections, text("Page_Contacts"), orNone(beside("Contact", page.contacts(), "sent", "channel", "outcome"), "Page_NoContacts"));
        add(sections, text("Page_Consents"), orNone(page.consents().stream().map(this::consent).toList(), "Page_NoConsents"));
        return sections;
    }

    private String text(String key, Object... arguments) {
        return texts.texts().get(key, arguments);
    }

    private static void add(List<Section> sections, String title, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section(title, facts));
        }
    }

    private List<Fact> orNone(List<Fact> facts, String key) {
        return facts.isEmpty() ? List.of(Fact.of(text(key), "")) : facts;
    }

    private List<Fact> facts(EClass type, Map<String, Object> row, List<String> attributes) {
        List<Fact> facts = new ArrayList<>();
        for (String attribute : attributes) {
            texts.value(type, row, attribute).ifPresent(value -> {
                String shown = REFERENCES.contains(attribute) ? names.getOrDefault(value, value) : value;
                facts.add(Fact.of(texts.label(type, attribute), shown).tip(shown.equals(value) ? "" : value));
            });
        }
        return facts;
    }

    private Fact product(Map<String, Object> row) {
        String id = String.valueOf(row.get("product"));
        String since = texts.value(Literals.SUBSCRIPTION, row, "start").map(start -> text("Page_Since", start)).orElse("");
        String state = texts.value(Literals.SUBSCRIPTION, row, "status").orElse("");
        return Fact
                .of(names.getOrDefault(id, id), Stream.of(state, since).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")))
                .tip(id);
    }

    /** A cell with how it stands; leads to it. */
    private List<Fact> place(String key, Optional<Place> place) {
        if (place.isEmpty()) {
            return List.of();
        }
        Place at = place.get();
        Optional<Severity> severity = at.severity().flatMap(Severity::named);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text(key), at.name().orElse(at.cell()), at.cell(), severity, Optional.of(() -> openCell.accept(at.cell()))));
        String load = at.load().map(percent -> text("Page_Load", texts.numbers().measure(percent, 0, "%"))).orElse("");
        String alarms = at.alarms() == 0 ? text("Page_NoAlarms") : text("Page_Alarms", at.alarms());
        facts.add(Fact.of("", load.isEmpty() ? alarms : load + ", " + alarms));
        return facts;
    }

    private Fact segment(Map<String, Object> row) {
        String segment = Optional.ofNullable(row.get("segment")).map(Object::toString).orElse("unassigned");
        return Fact.of(String.valueOf(row.get("date")), named("Segment_", segment) + " · " + row.get("segmentation"));
    }

    /** What we have a word for in its word, anything else by its name. */
    private String named(String prefix, String name) {
        String known = text(prefix + name);
        return known.equals(prefix + name) ? name : known;
    }

    private List<Fact> loyalty(Loyalty.Scores scores) {
        List<Fact> facts = new ArrayList<>();
        score(facts, "overall", scores.overall(), scores);
        score(facts, "behavioural", scores.behavioural(), scores);
        score(facts, "attitudinal", scores.attitudinal(), scores);
        score(facts, "emotional", scores.emotional(), scores);
        return facts;
    }

    private void score(List<Fact> facts, String name, Optional<Double> score, Loyalty.Scores scores) {
        String sources = scores.sources().stream().filter(source -> source.score().equals(name))
                .map(source -> named("Loyalty_", source.name()) + " " + texts.numbers().decimal(source.value(), 0))
                .collect(Collectors.joining(", "));
        facts.add(Fact.of(text("Loyalty_" + name), score.map(value -> text("Page_Score", texts.numbers().decimal(value, 0)))
                .map(value -> sources.isEmpty() ? value : value + " (" + sources + ")").orElse(text("Page_NoScore"))));
    }

    /** Lines of another area: a time, and what it was about. */
    private List<Fact> beside(String type, List<Map<String, Object>> rows, String time, String... parts) {
        return ModelPackages.byName(type).map(known -> rows.stream().limit(MOST_LINES)
                .map(row -> Fact.of(texts.value(known, row, time).orElse("–"), Stream.of(parts)
                        .flatMap(part -> texts.value(known, row, part).stream()).collect(Collectors.joining(", "))))
                .toList()).orElse(List.of());
    }

    private Fact consent(Map<String, Object> row) {
        String about = Stream.of("purpose", "channel").flatMap(part -> texts.value(Literals.CONSENT, row, part).stream())
                .collect(Collectors.joining(", "));
        String state = Stream.of("state", "changed").flatMap(part -> texts.value(Literals.CONSENT, row, part).stream())
                .collect(Collectors.joining(", "));
        return Fact.of(about, state).tip(texts.value(Literals.CONSENT, row, "text").orElse(""));
    }
}
