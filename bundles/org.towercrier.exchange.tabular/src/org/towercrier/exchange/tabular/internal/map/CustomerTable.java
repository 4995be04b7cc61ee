package org.towercrier.exchange.tabular.internal.map;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.eclipse.emf.ecore.EClass;
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

/**
 * A table about customers: each row is a person, or one month of a person, with the things that hang on it. A customer known by its telephone number alone gets a
 * digest of the number as identity, since identities are shown and numbers are not; one without any gets the file's name and its line.
 */
final class CustomerTable {

    private static final String ID = "id";
    private static final String PHONE = "phone";
    private static final int DIGEST_BYTES = 8;
    private static final EClass CUSTOMER = CustomerPackage.Literals.CUSTOMER;

    private final ImportContext context;
    private final String file;
    private final InventoryMapper person;
    private final MonthlyRows months;
    private final LinkedRows linked;
    private final Draft draft = new Draft(CUSTOMER);
    private final SeenKeys seen = new SeenKeys();
    private final boolean known;
    private final boolean numbered;

    CustomerTable(Target target, ImportProfile given, String fileName, Columns columns, Sample sample, NumberColumns numbers,
            ImportContext context) throws ImportRefusedException {
        this.context = context;
        this.file = fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        Cells cells = new Cells(columns, sample, numbers, new Blanks(given.blank()), context);
        ImportProfile profile = given.name().isEmpty() ? believed(target, given, cells, context) : given;
        Map<String, MonthNames.Monthly> monthly = monthly(profile, columns);
        MonthYears years = new MonthYears(profile, monthly, cells, context);
        this.person = new InventoryMapper(target, profile, columns, sample, numbers, context);
        this.months = new MonthlyRows(profile, target, cells, context, years);
        this.linked = new LinkedRows(profile.constants().getOrDefault("SurveyAnswer.survey", file), cells, context);
        Set<Integer> used = new HashSet<>(person.used());
        used.addAll(months.used());
        bind(profile, target, cells, used);
        this.known = person.fills(ID);
        this.numbered = person.fills(PHONE);
        keep(profile, columns, monthly, years, used);
        if (!known && !numbered) {
            context.warn(Messages.of("customer.numbered", file));
        }
        context.countOnly(months.rowPerMonth() ? CustomerPackage.Literals.MONTHLY_FACTS : CUSTOMER);
    }

    /** Series of months: those that the names show, and those that the profile names with months of its own. */
    private static Map<String, MonthNames.Monthly> monthly(ImportProfile profile, Columns columns) {
        Map<String, MonthNames.Monthly> found = new LinkedHashMap<>(MonthNames.find(columns.header()));
        for (String pattern : profile.columns().keySet()) {
            if (pattern.contains(MonthNames.PLACE)) {
                for (String name : columns.header()) {
                    MonthNames.token(pattern, name).ifPresent(token -> MonthToken.of(token)
                            .ifPresent(month -> found.put(name, new MonthNames.Monthly(pattern, token, month))));
                }
            }
        }
        return found;
    }

    /**
     * Columns whose values do not bear out what their names promise are kept as they are; an identity that is a telephone number is taken for one, since identities are
     * shown and numbers are not.
     */
    private static ImportProfile believed(Target target, ImportProfile given, Cells cells, ImportContext context) {
        Map<String, Column> kept = new LinkedHashMap<>();
        boolean numbered = given.columns().values().stream().anyMatch(column -> column.attribute().equals(PHONE));
        given.columns().forEach((name, column) -> {
            OptionalInt at = cells.columns().find(name);
            Optional<Meaning> meaning = target.meaning(column.attribute());
            Optional<EStructuralFeature> feature = meaning.flatMap(each -> switch (each) {
                case Meaning.Feature one -> Optional.of(one.feature());
                case Meaning.Linked one -> Optional.ofNullable(one.feature());
                default -> Optional.empty();
            });
            boolean month = feature.filter(CustomerPackage.Literals.MONTHLY_FACTS__MONTH::equals).isPresent();
            boolean identity = feature.filter(CustomerPackage.Literals.CUSTOMER__ID::equals).isPresent();
            if (identity && !numbered && at.isPresent() && PersonalCells.numbers(cells.texts(at.getAsInt()))) {
                context.warn(Messages.of("customer.numbers", name));
                kept.put(name, new Column(PHONE, "", 1, "", "", Map.of()));
            } else if (at.isEmpty() || feature.isEmpty() || month || cells.convincing(at.getAsInt(), feature.get(), column)) {
                kept.put(name, column);
            }
        });
        return given.withColumns(kept);
    }

    private void bind(ImportProfile profile, Target target, Cells cells, Set<Integer> used) throws ImportRefusedException {
        for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
            if (!(target.meaning(entry.getValue().attribute()).orElse(null) instanceof Meaning.Linked one)
                    || one.type() == CustomerPackage.Literals.MONTHLY_FACTS) {
                continue;
            }
            EStructuralFeature feature = one.feature() == null ? CustomerPackage.Literals.PRODUCT__NAME : one.feature();
            Optional<Cells.Cell> cell = cells.cell(entry.getKey(), feature, entry.getValue());
            if (cell.isEmpty()) {
                continue;
            }
            used.add(cell.get().column());
            if (one.type() == CustomerPackage.Literals.PRODUCT) {
                linked.holding(one.name(), cell.get());
            } else if (one.type() == CustomerPackage.Literals.SURVEY_ANSWER) {
                linked.question(one.name(), cell.get(), entry.getValue().values());
            } else {
                linked.feature(one.type(), feature, cell.get());
            }
        }
    }

    private void keep(ImportProfile profile, Columns columns, Map<String, MonthNames.Monthly> monthly, MonthYears years,
            Set<Integer> used) {
        profile.ignore().forEach(name -> columns.find(name).ifPresent(used::add));
        List<String> kept = new ArrayList<>();
        List<Integer> plain = new ArrayList<>();
        for (int i = 0; i < columns.header().size(); i++) {
            String name = columns.header().get(i);
            if (used.contains(i)) {
                continue;
            }
            kept.add(name);
            if (monthly.containsKey(name) && months.keep(i, monthly.get(name), years)) {
                continue;
            }
            if (months.rowPerMonth()) {
                months.keep(i);
            } else {
                plain.add(i);
            }
        }
        person.keep(plain);
        if (!kept.isEmpty()) {
            context.warn(Messages.of("map.kept-extra", String.join(", ", kept)));
        }
    }

    /** Reads a row and hands over what it says. */
    void accept(Table row) throws BadValueException {
        person.read(row, draft);
        String id = identity(row);
        draft.set(ID, id, "");
        months.read(row);
        linked.read(row);
        if (!months.rowPerMonth() || seen.add(id)) {
            draft.writeTo(context.rows(CUSTOMER));
        }
        linked.write(id, draft, row.line());
        months.write(id, row.line());
    }

    private String identity(Table row) throws BadValueException {
        Optional<String> own = draft.text(ID);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<String> phone = draft.text("phone");
        if (phone.isPresent()) {
            return digest(phone.get());
        }
        if (known || numbered) {
            throw new BadValueException(ID, "", Messages.of("map.no-identity", CUSTOMER.getName()));
        }
        return file + "#" + row.line();
    }

    /** The beginning of the SHA-256 of the digits: the same for every spelling of a number. */
    private static String digest(String phone) {
        String digits = phone.replaceAll("[^\\p{L}\\p{N}]", "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(digits.getBytes(StandardCharsets.UTF_8));
            return "n" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
