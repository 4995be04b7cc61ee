package org.towercrier.campaign.ui.internal.front;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.customer.CustomerPages.Page;
import org.towercrier.customer.CustomerPages.Place;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.model.edit.Labels;
import org.towercrier.ui.kit.Dates;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.PropertyFacts.Fact;
import org.towercrier.ui.kit.PropertyFacts.Section;
import org.towercrier.ui.theme.Severity;

/** What somebody at the counter has to know of the customer in front of them, at a glance; the whole page is elsewhere. */
final class CustomerSummary {

    private static final List<String> PERSON = List.of("name", "age", "occupation", "joinDate", "preferredChannel", "clientManager");
    private static final List<String> CONTRACT = List.of("type", "end");
    private static final EEnum RESPONSES = CampaignPackage.Literals.RESPONSE_KIND;
    private static final int MOST = 4;

    private final Page page;
    private final Texts texts;
    private final Dates dates;
    private final Labels labels;
    private final NumberFormats numbers;

    CustomerSummary(Page page, Texts texts, Dates dates) {
        this.dates = dates;
        this.page = page;
        this.texts = texts;
        this.labels = new Labels(texts.locale());
        this.numbers = NumberFormats.of(texts.locale());
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<Fact> person = new ArrayList<>(facts(Literals.CUSTOMER, page.person(), PERSON));
        value("spend_mean_6").ifPresent(spend -> person.add(Fact.of(texts.get("Front_Spend"), numbers.decimal(spend, 1))));
        add(sections, texts.get("Front_Who", page.id()), person);
        add(sections, labels.of(Literals.CONTRACT), page.contract().map(row -> facts(Literals.CONTRACT, row, CONTRACT)).orElse(List.of()));
        add(sections, texts.get("Front_Network"),
                Stream.concat(place("Front_Home", page.home()).stream(), place("Front_Work", page.work()).stream()).toList());
        add(sections, texts.get("Front_Tickets"), page.tickets().stream().limit(MOST)
                .map(ticket -> Fact.of(word(ticket.get("title")), word(ticket.get("state")))).toList());
        add(sections, texts.get("Front_LastContacts"), page.contacts().stream().limit(MOST)
                .map(this::contact).toList());
        return sections;
    }

    /** What to do first where the customer is served badly: care before a sale. */
    Optional<String> caution() {
        return Stream.of(page.home(), page.work()).flatMap(Optional::stream).filter(Place::bad).findFirst()
                .map(place -> texts.get("Front_Bad", place.name().orElse(place.cell())));
    }

    private Fact contact(Map<String, Object> row) {
        String how = Stream.of(literal(Literals.CONTACT_CHANNEL, row.get("channel")), literal(RESPONSES, row.get("outcome")))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
        return Fact.of(minute(row.get("sent") == null ? row.get("planned") : row.get("sent")), how);
    }

    private String literal(EEnum choices, Object value) {
        return value == null ? "" : labels.literal(choices, value.toString()).orElse(value.toString());
    }

    /** A time as operators read it, whether the page has it as a time or as text. */
    private String minute(Object time) {
        try {
            return time == null ? "" : dates.minute(time instanceof Instant instant ? instant : Instant.parse(time.toString()));
        } catch (DateTimeException other) {
            return word(time);
        }
    }

    private static void add(List<Section> sections, String title, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section(title, facts));
        }
    }

    private Optional<Double> value(String name) {
        return Optional.ofNullable(page.value().get(name)).filter(Number.class::isInstance).map(number -> ((Number) number).doubleValue());
    }

    private List<Fact> facts(EClass type, Map<String, Object> row, List<String> attributes) {
        List<Fact> facts = new ArrayList<>();
        for (String name : attributes) {
            EStructuralFeature feature = type.getEStructuralFeature(name);
            Object value = row.get(name);
            if (feature != null && value != null && !value.toString().isBlank()) {
                facts.add(Fact.of(labels.of(feature), shown(feature, value)));
            }
        }
        return facts;
    }

    private String shown(EStructuralFeature feature, Object value) {
        return feature.getEType() instanceof EEnum choices ? labels.literal(choices, value.toString()).orElse(value.toString())
                : word(value);
    }

    private static String word(Object value) {
        return value == null ? "" : value.toString();
    }

    private List<Fact> place(String key, Optional<Place> place) {
        return place.map(at -> {
            String load = at.load().map(percent -> texts.get("Front_Load", numbers.measure(percent, 0, "%"))).orElse("");
            String alarms = at.alarms() == 0 ? texts.get("Front_NoAlarms") : texts.get("Front_Alarms", at.alarms());
            return List.of(new Fact(texts.get(key), at.name().orElse(at.cell()), at.cell(), at.severity().flatMap(Severity::named),
                    Optional.empty()), Fact.of("", load.isEmpty() ? alarms : load + ", " + alarms));
        }).orElse(List.of());
    }
}
