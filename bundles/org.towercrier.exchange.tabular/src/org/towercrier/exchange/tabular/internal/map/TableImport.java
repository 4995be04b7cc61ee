package org.towercrier.exchange.tabular.internal.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.exchange.ImportContext;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.RowSink;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ImportProfile.Column;
import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.map.Target.Meaning;
import org.towercrier.exchange.tabular.internal.table.Headers;
import org.towercrier.exchange.tabular.internal.table.Table;
import org.towercrier.exchange.tabular.internal.table.TableSource;
import org.towercrier.exchange.tabular.internal.table.WithConstants;
import org.towercrier.exchange.tabular.internal.value.BadValueException;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.network.NetworkPackage;

/** Imports one table by a profile. */
public final class TableImport {

    /** Stands for the name of the file, without its extension, in a template. */
    private static final String FILE = "@file";
    private static final int CANCEL_EVERY = 4096;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private final ImportProfile profile;
    private final ImportContext context;
    private final Target target;
    private final String fileName;
    private final TableSource source;
    private final boolean estimated;

    /**
     * Prepares an import.
     *
     * @param fileName for profiles that take values from it
     * @param estimated are positions estimated from many sightings rather than surveyed?
     * @throws ImportRefusedException when the profile's target does not exist
     */
    public TableImport(TableSource source, String fileName, ImportProfile profile, ImportContext context, boolean estimated)
            throws ImportRefusedException {
        this.profile = profile.target().equalsIgnoreCase(CustomerPackage.Literals.MONTHLY_FACTS.getName()) ? aboutCustomers(profile)
                : profile;
        this.context = context;
        this.fileName = fileName;
        this.estimated = estimated;
        this.target = Target.of(this.profile.target());
        Map<String, String> parts = parts(fileName, profile.fileName());
        if (profile.compose().values().stream().anyMatch(template -> template.contains("{" + FILE + "}"))) {
            parts.put(FILE, fileName.replaceAll("\\.[A-Za-z0-9]{1,5}$", ""));
        }
        this.source = parts.isEmpty() ? source : bytes -> new WithConstants(source.open(bytes), parts);
    }

    /** Monthly facts are those of customers: the profile for them is one for a table of customers. */
    private static ImportProfile aboutCustomers(ImportProfile facts) {
        Map<String, Column> columns = new LinkedHashMap<>();
        facts.columns().forEach((name, column) -> columns.put(name, new Column(
                column.attribute().equalsIgnoreCase("customer") ? "id"
                        : column.attribute().indexOf('.') > 0 ? column.attribute() : "MonthlyFacts." + column.attribute(),
                column.unit(), column.scale(), column.total(), column.pattern(), column.values())));
        Map<String, String> constants = new LinkedHashMap<>();
        facts.constants().forEach((name, value) -> constants.put(name.indexOf('.') > 0 ? name : "MonthlyFacts." + name, value));
        Map<String, String> compose = new LinkedHashMap<>();
        facts.compose().forEach((name, value) -> compose.put(name.equalsIgnoreCase("customer") ? "id" : name, value));
        return new ImportProfile(facts.name(), facts.label(), CustomerPackage.Literals.CUSTOMER.getName(), facts.format(), facts.layout(),
                facts.time(), columns, compose, constants, facts.blank(), facts.ignore(), facts.fileName(), facts.recognise());
    }

    private static Map<String, String> parts(String fileName, Optional<String> regex) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (regex.isPresent()) {
            Matcher name = Pattern.compile(regex.get()).matcher(fileName);
            boolean found = name.find();
            Matcher group = GROUP.matcher(regex.get());
            while (group.find()) {
                String value = found ? name.group(group.group(1)) : "";
                parts.put(group.group(1), value == null ? "" : value);
            }
        }
        return parts;
    }

    /** Reads the table and hands its rows over. @throws ImportRefusedException when the profile does not fit the table */
    public void run() throws IOException, ImportRefusedException {
        Sample sample = Sample.of(source);
        if (sample.rows().isEmpty() && sample.complete()) {
            context.warn(Messages.of("table.no-rows"));
        }
        if (sample.header().isEmpty()) {
            return;
        }
        Columns columns = new Columns(sample.header());
        boolean any = check(columns);
        if (!any) {
            throw new ImportRefusedException(Messages.of("map.nothing", profile.name(), String.join(", ", sample.header())));
        }
        NumberColumns numbers = new NumberColumns(source, sample.header(), sample, profile.layout().decimal(), context);
        if (target.type() == CustomerPackage.Literals.CUSTOMER) {
            CustomerTable customers = new CustomerTable(target, profile, fileName, columns, sample, numbers, context);
            each(customers::accept);
        } else if (target.measured() || measurementsInProfile()) {
            measurements(columns, sample, numbers);
        } else {
            inventory(columns, sample, numbers);
        }
    }

    /** Checks the names in the profile against model and table. @return is anything of it there? */
    private boolean check(Columns columns) throws ImportRefusedException {
        boolean any = profile.compose().values().stream().anyMatch(template -> template.contains("{"));
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
            if (target.meaning(entry.getValue().attribute()).isEmpty()) {
                throw new ImportRefusedException(target.unknown(entry.getValue().attribute()));
            }
            if (columns.find(entry.getKey()).isPresent() || series(entry.getKey(), columns)) {
                any = true;
            } else {
                missing.add(entry.getKey());
            }
        }
        for (String name : profile.constants().keySet()) {
            if (target.meaning(name).isEmpty()) {
                throw new ImportRefusedException(target.unknown(name));
            }
        }
        if (any && !missing.isEmpty()) {
            context.warn(Messages.of("map.missing", String.join(", ", missing)));
        }
        return any;
    }

    /** Does a name that stands for a series of months fit any column? */
    private static boolean series(String name, Columns columns) {
        return name.contains(MonthNames.PLACE) && columns.header().stream().anyMatch(each -> MonthNames.token(name, each).isPresent());
    }

    private boolean measurementsInProfile() {
        return profile.columns().values().stream().map(column -> target.meaning(column.attribute()))
                .anyMatch(meaning -> meaning.filter(each -> each instanceof Meaning.Canonical || each instanceof Meaning.Counter)
                        .isPresent());
    }

    /** Columns that nothing uses and that are not left out on purpose. */
    private List<Integer> rest(Columns columns, Set<Integer> used) {
        Set<Integer> taken = new HashSet<>(used);
        columns.find(FILE).ifPresent(taken::add);
        for (String name : profile.ignore()) {
            columns.find(name).ifPresent(taken::add);
        }
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < columns.header().size(); i++) {
            if (!taken.contains(i)) {
                rest.add(i);
            }
        }
        return rest;
    }

    private String names(List<Integer> columns, List<String> header) {
        return String.join(", ", columns.stream().map(header::get).toList());
    }

    private void measurements(Columns columns, Sample sample, NumberColumns numbers) throws IOException, ImportRefusedException {
        MeasurementMapper mapper = new MeasurementMapper(target, profile, columns, source, sample, numbers, context);
        Optional<InventoryMapper> things = target.measured() ? Optional.empty()
                : Optional.of(new InventoryMapper(target, profile, columns, sample, numbers, context));
        if (mapper.object().isEmpty()) {
            mapper.object(identity(columns).orElseThrow(() -> new ImportRefusedException(Messages.of("map.object"))));
        }
        Set<Integer> used = new HashSet<>(mapper.used());
        things.ifPresent(each -> used.addAll(each.used()));
        List<Integer> rest = rest(columns, used);
        mapper.keep(rest);
        if (!rest.isEmpty()) {
            context.warn(Messages.of("map.kept-counters", names(rest, sample.header())));
        }
        Set<String> known = new HashSet<>();
        Draft draft = new Draft(target.type());
        each(row -> {
            String name = mapper.objectOf(row);
            if (things.isPresent() && known.add(name)) {
                thing(things.get(), row, draft, name);
            }
            mapper.read(row, name);
        });
        mapper.warnings();
    }

    /** The thing that a row of measurements is about, once for each name. */
    private void thing(InventoryMapper mapper, Table row, Draft draft, String name) throws BadValueException {
        mapper.read(row, draft);
        draft.setIfAbsent("id", name);
        draft.setIfAbsent("name", name);
        mapper.finish(draft);
        draft.writeTo(context.rows(target.type()));
    }

    /** For measurements of inventory: the column of its id, else of its name. */
    private Optional<Template> identity(Columns columns) throws ImportRefusedException {
        for (String wanted : List.of("id", "name", "cellIdentity", "localCellId")) {
            if (profile.compose().containsKey(wanted)) {
                return Optional.of(Template.of(profile.compose().get(wanted), columns));
            }
            for (Map.Entry<String, Column> entry : profile.columns().entrySet()) {
                OptionalInt at = columns.find(entry.getKey());
                if (at.isPresent() && Headers.key(entry.getValue().attribute()).equals(Headers.key(wanted))) {
                    return Optional.of(Template.column(at.getAsInt()));
                }
            }
        }
        return Optional.empty();
    }

    private void inventory(Columns columns, Sample sample, NumberColumns numbers) throws IOException, ImportRefusedException {
        InventoryMapper mapper = new InventoryMapper(target, profile, columns, sample, numbers, context);
        List<Integer> rest = rest(columns, mapper.used());
        if (target.keepsExtra()) {
            mapper.keep(rest);
        }
        if (!rest.isEmpty()) {
            context.warn(Messages.of(target.keepsExtra() ? "map.kept-extra" : "map.dropped", names(rest, sample.header())));
        }
        boolean cells = target.type() == NetworkPackage.Literals.CELL;
        SiteBuilder sites = new SiteBuilder(estimated);
        Sectors sectors = new Sectors();
        Draft draft = new Draft(target.type());
        if (cells && mapper.fills("azimuth") && !mapper.fills("physicalSector")) {
            learnSectors(mapper, sites, sectors);
        }
        RowSink sink = context.rows(target.type());
        context.countOnly(target.type());
        each(row -> {
            mapper.read(row, draft);
            mapper.finish(draft);
            if (cells) {
                sites.site(draft).flatMap(site -> draft.number("azimuth").flatMap(azimuth -> sectors.sector(site, azimuth)))
                        .ifPresent(sector -> draft.setIfAbsent("physicalSector", sector));
                sites.place(draft);
            }
            draft.writeTo(sink);
        });
        if (cells) {
            sites.write(context);
            mapper.cellRules().filter(rules -> rules.assumedFdd() > 0)
                    .ifPresent(rules -> context.warn(Messages.of("cell.fdd", rules.assumedFdd())));
        }
    }

    /** A sector is only known when all cells of its site are: the table is read once for the azimuths alone. */
    private void learnSectors(InventoryMapper mapper, SiteBuilder sites, Sectors sectors) throws IOException, ImportRefusedException {
        Draft draft = new Draft(target.type());
        try (Table table = source.open()) {
            while (table.next()) {
                try {
                    mapper.read(table, draft);
                    mapper.finish(draft);
                    sites.site(draft).ifPresent(site -> draft.number("azimuth").ifPresent(azimuth -> sectors.add(site, azimuth)));
                } catch (BadValueException bad) {
                    // the pass that stores the rows meets it again and reports it
                    draft.begin(0);
                }
            }
        }
    }

    /** Something to do with every row of the right width. */
    @FunctionalInterface
    private interface RowTask {
        void accept(Table row) throws BadValueException;
    }

    private void each(RowTask task) throws IOException, ImportRefusedException {
        try (Table table = source.open(context::progress)) {
            int width = table.header().size();
            for (int n = 1; table.next(); n++) {
                if (n % CANCEL_EVERY == 0) {
                    context.checkCancelled();
                }
                if (table.rectangular() && table.width() != width) {
                    context.quarantine(table.line(), "", "", Messages.of("table.ragged", table.width(), width));
                    continue;
                }
                try {
                    task.accept(table);
                } catch (BadValueException bad) {
                    BadValueException told = PersonalCells.told(target.type(), bad);
                    context.quarantine(table.line(), told.column(), told.value(), told.getMessage());
                }
            }
        }
    }
}
