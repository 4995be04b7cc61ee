package org.towercrier.exchange.tabular.internal.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target.Meaning;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.exchange.tabular.internal.value.Blanks;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.wlan.WlanPackage;

/** Reads the features of an inventory class from the columns of a row; columns without a feature are kept beside them. */
final class InventoryMapper {

    /** A column and what becomes of it. */
    private record Bound(int column, String name, EStructuralFeature feature, Values.Reader reader) {
    }

    private final Target target;
    private final Blanks blanks;
    private final List<Bound> bound = new ArrayList<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();
    private final List<Integer> kept = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<String> header;
    private final List<Finish> finishes = new ArrayList<>();

    InventoryMapper(Target target, ImportProfile profile, Columns columns, Sample sample, NumberColumns numbers, ImportContext context)
            throws ImportRefusedException {
        this.target = target;
        this.blanks = new Blanks(profile.blank());
        this.header = columns.header();
        for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
            bind(entry.getKey(), entry.getValue(), columns, sample, numbers, context);
        }
        for (Map.Entry<String, String> entry : profile.compose().entrySet()) {
            if (feature(entry.getKey()) != null) {
                Template template = Template.of(entry.getValue(), columns);
                templates.put(feature(entry.getKey()).getName(), template);
                template.columnsInto(used);
            }
        }
        for (Map.Entry<String, String> entry : profile.constants().entrySet()) {
            constant(entry.getKey(), entry.getValue(), context);
        }
        addFinishes();
    }

    private void addFinishes() {
        finishes.add(new Positions());
        if (target.type() == NetworkPackage.Literals.CANDIDATE_SITE) {
            finishes.add(new CandidateRules());
        }
        if (target.type() == NetworkPackage.Literals.CELL) {
            finishes.add(new CellRules());
        } else if (target.type() == WlanPackage.Literals.ACCESS_POINT) {
            finishes.add(new AccessPointRules());
        } else if (target.type() != CustomerPackage.Literals.CUSTOMER) {
            finishes.add(new PlaceRules());
        }
    }

    /** The rules for cells, when the target is cells. */
    java.util.Optional<CellRules> cellRules() {
        return finishes.stream().filter(CellRules.class::isInstance).map(CellRules.class::cast).findFirst();
    }

    private EStructuralFeature feature(String name) {
        return target.meaning(name).orElse(null) instanceof Meaning.Feature found ? found.feature() : null;
    }

    private void bind(String name, Column column, Columns columns, Sample sample, NumberColumns numbers, ImportContext context)
            throws ImportRefusedException {
        EStructuralFeature feature = feature(column.attribute());
        OptionalInt at = columns.find(name);
        if (feature == null || at.isEmpty()) {
            return;
        }
        int index = at.getAsInt();
        List<String> texts = sample.rows().stream().map(row -> row[index]).filter(text -> text != null && !blanks.blank(text)).toList();
        Values.Reader reader = Values.reader(feature, column, text -> numbers.number(text, index), texts, context.zone(), context.now());
        bound.add(new Bound(index, header.get(index), feature, reader));
        used.add(index);
    }

    private void constant(String name, String value, ImportContext context) throws ImportRefusedException {
        EStructuralFeature feature = feature(name);
        if (feature == null) {
            return;
        }
        Values.NumberReader plain = text -> {
            double number = org.towercrier.exchange.tabular.internal.value.Numbers.parse(text,
                    org.towercrier.exchange.tabular.internal.value.NumberStyle.POINT);
            if (Double.isNaN(number)) {
                throw new BadValueException(name, text, Messages.of("number.none", text));
            }
            return number;
        };
        try {
            constants.put(feature.getName(),
                    Values.reader(feature, new Column(name), plain, List.of(value), context.zone(), context.now()).read(value, name));
        } catch (BadValueException e) {
            throw new ImportRefusedException(Messages.of("map.constant", name, e.getMessage()));
        }
    }

    /** Columns that have a place in the class. */
    Set<Integer> used() {
        return used;
    }

    /** Columns to keep in {@code extra}. */
    void keep(List<Integer> columns) {
        kept.addAll(columns);
    }

    /** Does any column or constant fill a feature? */
    boolean fills() {
        return !bound.isEmpty() || !templates.isEmpty();
    }

    /** Is a feature filled from a column? */
    boolean fills(String feature) {
        return templates.containsKey(feature) || bound.stream().anyMatch(each -> each.feature().getName().equals(feature));
    }

    /**
     * Reads a row.
     *
     * @throws BadValueException when a value of it cannot be
     */
    void read(Table row, Draft draft) throws BadValueException {
        draft.begin(row.line());
        constants.forEach((feature, value) -> draft.set(feature, value, ""));
        for (Bound one : bound) {
            String text = row.text(one.column()).strip();
            if (!blanks.blank(text)) {
                draft.set(one.feature().getName(), one.reader().read(text, one.name()), one.name());
            }
        }
        for (Map.Entry<String, Template> entry : templates.entrySet()) {
            String text = entry.getValue().apply(row, blanks);
            if (!text.isEmpty()) {
                draft.set(entry.getKey(), text, "");
            }
        }
        for (int column : kept) {
            String text = row.text(column);
            if (!blanks.blank(text)) {
                draft.extra(header.get(column), text);
            }
        }
    }

    /** Completes and checks a row that was read. */
    void finish(Draft draft) throws BadValueException {
        for (Finish finish : finishes) {
            finish.apply(draft);
        }
        if (target.textKey().isPresent() && draft.text(target.textKey().get().getName()).isEmpty()) {
            throw new BadValueException(target.textKey().get().getName(), "", Messages.of("map.no-identity", target.type().getName()));
        }
    }
}
