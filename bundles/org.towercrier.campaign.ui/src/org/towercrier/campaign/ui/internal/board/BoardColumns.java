package org.towercrier.campaign.ui.internal.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.towercrier.campaign.CampaignBoard.Card;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.CampaignState;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.table.TableColumn;
import org.towercrier.ui.theme.Severity;

/** The columns of the board. */
final class BoardColumns {

    static final String STEP = "step";
    private static final int MOST_RULES = 3;

    private final Texts texts;
    private final Words words;

    BoardColumns(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    List<TableColumn<BoardRow>> all() {
        return List.of(TableColumn.<BoardRow>text("name", texts.get("Board_Name"), row -> row.card().name()).wide(230),
                TableColumn.<BoardRow>choice(STEP, texts.get("Board_Step"), CampaignStep.VALUES.stream().map(words::of).toList(),
                        row -> words.of(row.step())).wide(150).hidden(),
                TableColumn.<BoardRow>choice("state", texts.get("Board_State"), CampaignState.VALUES.stream().map(words::of).toList(),
                        row -> words.of(row.card().state())).wide(96).marked(row -> Words.mark(row.card().state())),
                TableColumn.<BoardRow>text("owner", texts.get("Board_Owner"), row -> row.card().owner().orElse("")).wide(84),
                TableColumn.<BoardRow>text("class", texts.get("Board_Class"), row -> words.of(row.card().messageClass())).wide(76),
                TableColumn.<BoardRow>text("start", texts.get("Board_Start"), row -> day(row.card().start())).wide(100),
                TableColumn.<BoardRow>text("end", texts.get("Board_End"), row -> day(row.card().end())).wide(100),
                TableColumn.<BoardRow>number("audience", texts.get("Board_Audience"), "", 0, row -> value(row.audience())).wide(84),
                TableColumn.<BoardRow>number("reach", texts.get("Board_Contacted"), "", 0, row -> value(row.contacted())).wide(90),
                TableColumn.<BoardRow>number("passing", texts.get("Board_Passing"), "", 0, row -> value(row.passing())).wide(110),
                TableColumn.<BoardRow>number("reachshare", texts.get("Board_ReachShare"), "%", 1, row -> value(row.reachShare())).wide(84),
                TableColumn.<BoardRow>number("spent", texts.get("Board_Spent"), "", 0, BoardColumns::spent).wide(84),
                TableColumn.<BoardRow>number("budget", texts.get("Board_Budget"), "", 0, row -> row.card().budget().orElse(Double.NaN))
                        .wide(84),
                TableColumn.<BoardRow>number("used", texts.get("Board_Used"), "%", 1, row -> value(row.budgetUsed())).wide(96)
                        .marked(row -> row.isOverspent() ? Optional.of(Severity.MAJOR) : Optional.empty()),
                TableColumn.<BoardRow>text("currency", texts.get("Board_Currency"), row -> row.card().currency().orElse("")).hidden(),
                TableColumn.<BoardRow>text("experiment", texts.get("Board_Experiment"), row -> experiment(row.card())).wide(170)
                        .marked(row -> row.card().verdict().map(Words::mark)),
                TableColumn.<BoardRow>text("held", texts.get("Board_Held"), this::held).wide(320),
                TableColumn.<BoardRow>time("launched", texts.get("Board_Launched"), row -> row.card().launched()).hidden());
    }

    /** The state of the experiment: its groups while it runs, its verdict in the end. */
    private String experiment(Card card) {
        if (card.launched().isEmpty()) {
            return "";
        }
        String groups = card.control() == 0 ? texts.get("Board_NoControl") : texts.get("Board_Groups", card.treated(), card.control());
        return Stream.of(words.of(card.verdict()), groups).filter(word -> !word.isEmpty()).findFirst().orElse("");
    }

    /** Which rules take most of those that do not pass. */
    private String held(BoardRow row) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        return row.outlook().stream().flatMap(now -> now.heldBack().stream()).limit(MOST_RULES)
                .map(each -> words.of(each.rule()) + ' ' + numbers.integer(each.customers())).collect(Collectors.joining(" · "));
    }

    private static double spent(BoardRow row) {
        return row.card().launched().isEmpty() ? Double.NaN : row.card().spent();
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static double value(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
