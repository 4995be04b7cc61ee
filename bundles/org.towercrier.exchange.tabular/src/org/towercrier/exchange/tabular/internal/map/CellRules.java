package org.towercrier.exchange.tabular.internal.map;

import java.util.Optional;

import org.towercrier.exchange.tabular.internal.Messages;
import org.towercrier.exchange.tabular.internal.value.BadValueException;

/**
 * Completes and checks cells. The identity of an LTE cell is {@code eNodeB * 256 + cell} (3GPP TS 36.413, 28 bits); that of an NR cell has 36 bits whose split
 * the network chooses, so it is not taken apart.
 */
final class CellRules implements Finish {

    private static final long LTE_LAST = (1L << 28) - 1;
    private static final long NR_LAST = (1L << 36) - 1;
    private static final long GSM_LAST = 65_535;
    private static final int PCI_LAST = 1007;
    private static final int LOCAL = 256;

    private long assumedFdd;

    @Override
    public void apply(Draft row) throws BadValueException {
        range(row, "mcc", 0, 999);
        range(row, "mnc", 0, 999);
        range(row, "areaCode", 0, 0xffffffL);
        range(row, "cellIdentity", 0, NR_LAST);
        range(row, "nodeId", 0, 0xffffffffL);
        range(row, "localCellId", 0, 16_383);
        range(row, "pci", 0, PCI_LAST);
        range(row, "channelNumber", 0, 3_279_165);
        angle(row, "azimuth");
        angle(row, "beamWidth");
        range(row, "height", -500, 3000);
        range(row, "power", -60, 100);
        range(row, "bandwidth", 0, 2000);
        range(row, "range", 0, 2_000_000);
        duplex(row);
        scramblingCode(row);
        identity(row);
        if (row.text("id").isEmpty()) {
            id(row).or(() -> row.text("name")).ifPresent(id -> row.setIfAbsent("id", id));
        }
    }

    private void duplex(Draft row) {
        Optional<String> technology = row.text("technology");
        Optional<Long> channel = row.whole("channelNumber");
        if (technology.filter(name -> name.startsWith("LTE")).isPresent()) {
            if (channel.isPresent() && Bands.timeDivision(channel.get())) {
                row.set("technology", "LTE_TDD", row.column("technology"));
            } else if (channel.isEmpty() && technology.get().equals("LTE_FDD")) {
                assumedFdd++;
            }
            channel.flatMap(Bands::lte).ifPresent(band -> row.setIfAbsent("band", band));
        }
    }

    /** A physical cell identity is LTE's and NR's; the code of an older cell is kept beside, not under that name. */
    private static void scramblingCode(Draft row) {
        Optional<String> technology = row.text("technology");
        Optional<Long> code = row.whole("pci");
        if (code.isPresent() && technology.filter(name -> !name.startsWith("LTE") && !name.equals("NR")).isPresent()) {
            row.extra(row.column("pci"), code.get().toString());
            row.unset("pci");
        }
    }

    private static void identity(Draft row) throws BadValueException {
        String technology = row.text("technology").orElse("");
        Optional<Long> whole = row.whole("cellIdentity");
        boolean lte = technology.startsWith("LTE");
        if (whole.isPresent()) {
            long last = lte || technology.equals("WCDMA") ? LTE_LAST : technology.equals("GSM") ? GSM_LAST : NR_LAST;
            if (whole.get() > last) {
                throw new BadValueException(row.column("cellIdentity"), whole.get().toString(),
                        Messages.of("cell.identity", whole.get(), technology, last));
            }
            if (lte && whole.get() >= LOCAL) {
                row.setIfAbsent("nodeId", whole.get() / LOCAL);
                row.setIfAbsent("localCellId", whole.get() % LOCAL);
            }
        } else if (lte && row.whole("nodeId").isPresent() && row.whole("localCellId").isPresent()) {
            row.setIfAbsent("cellIdentity", row.whole("nodeId").get() * LOCAL + row.whole("localCellId").get());
        }
    }

    /** {@code LTE 234-10-1203-129097582}: radio and global identity; what is not known is left out. */
    private static Optional<String> id(Draft row) {
        Optional<Long> cell = row.whole("cellIdentity").or(() -> row.whole("localCellId"));
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder id = new StringBuilder();
        row.text("technology").ifPresent(technology -> id.append(technology.startsWith("LTE") ? "LTE" : technology).append('-'));
        for (String part : new String[]{ "mcc", "mnc", "areaCode" }) {
            row.whole(part).ifPresent(value -> id.append(value).append('-'));
        }
        if (row.whole("cellIdentity").isEmpty()) {
            row.whole("nodeId").ifPresent(value -> id.append(value).append('-'));
        }
        return Optional.of(id.append(cell.get()).toString());
    }

    private static void angle(Draft row, String feature) throws BadValueException {
        Optional<Double> value = row.number(feature);
        if (value.isPresent() && !(value.get() >= 0 && value.get() <= 360)) {
            throw new BadValueException(row.column(feature), value.get().toString(), Messages.of("cell.angle", feature, value.get()));
        }
        if (feature.equals("azimuth") && value.filter(degrees -> degrees == 360).isPresent()) {
            row.set(feature, 0.0, row.column(feature));
        }
    }

    private static void range(Draft row, String feature, double from, double to) throws BadValueException {
        Optional<Double> value = row.number(feature);
        if (value.isPresent() && !(value.get() >= from && value.get() <= to)) {
            String text = java.math.BigDecimal.valueOf(value.get()).stripTrailingZeros().toPlainString();
            throw new BadValueException(row.column(feature), text,
                    Messages.of("value.range", feature, text, java.math.BigDecimal.valueOf(from).stripTrailingZeros().toPlainString(),
                            java.math.BigDecimal.valueOf(to).stripTrailingZeros().toPlainString()));
        }
    }

    /** LTE cells of which the file does not say whether they are FDD or TDD. */
    long assumedFdd() {
        return assumedFdd;
    }
}
