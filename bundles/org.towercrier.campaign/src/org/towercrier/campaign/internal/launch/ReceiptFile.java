package org.towercrier.campaign.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.Reason;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.tabular.TableColumn;
import org.towercrier.exchange.tabular.TableFile;
import org.towercrier.exchange.tabular.TableLayout;
import org.towercrier.exchange.tabular.TableRows;
import org.towercrier.model.campaign.ContactState;
import org.towercrier.model.campaign.ResponseKind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads receipts of a gateway: a table, or a JSON array of objects. Everything that is wrong is told with its line. */
final class ReceiptFile {

    private static final List<String> COLUMNS = List.of("contact", "state", "time", "reason", "response", "value", "offer");

    /** A receipt. @param line that it stands in */
    record Receipt(long line, String contact, Optional<ContactState> state, Optional<Instant> time, String reason,
            Optional<ResponseKind> response, Optional<Double> value, Optional<String> offer) {
    }

    private final Path file;
    private final List<Reason> faults = new ArrayList<>();

    private ReceiptFile(Path file) {
        this.file = file;
    }

    static List<Receipt> read(Path file) throws CampaignException, IOException {
        ReceiptFile reader = new ReceiptFile(file);
        if (!Files.isRegularFile(file)) {
            throw new CampaignException("File_None", file.toString());
        }
        List<Receipt> receipts = file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? reader.json() : reader.table();
        if (!reader.faults.isEmpty()) {
            throw new CampaignException(reader.faults);
        }
        return receipts;
    }

    private void fault(long line, String key, Object... arguments) {
        faults.add(Reason.of("File_Line", file.toString(), line, Reason.of(key, arguments).toString()));
    }

    private List<Receipt> table() throws CampaignException, IOException {
        try {
            TableFile table = TableFile.open(file, TableLayout.BY_CONTENT);
            Map<String, Integer> found = new HashMap<>();
            List<Integer> positions = new ArrayList<>();
            for (String column : COLUMNS) {
                OptionalInt position = table.find(column);
                if (position.isPresent()) {
                    found.put(column, positions.size());
                    positions.add(position.getAsInt());
                }
            }
            if (!found.containsKey("contact") || !found.containsKey("state") && !found.containsKey("response")) {
                throw new CampaignException("Receipt_Columns", file.toString(), String.join(", ", table.columns()));
            }
            TableRows rows = table.read(positions.stream().mapToInt(Integer::intValue).toArray(), bytes -> {});
            List<Receipt> receipts = new ArrayList<>();
            for (int row = 0; row < rows.count(); row++) {
                Map<String, String> values = new HashMap<>();
                for (Map.Entry<String, Integer> column : found.entrySet()) {
                    TableColumn cells = rows.columns().get(column.getValue());
                    values.put(column.getKey(), cells.blank(row) ? "" : cells.text(row).strip());
                }
                receipts.add(receipt(rows.lines()[row], values));
            }
            return receipts;
        } catch (ImportRefusedException refused) {
            throw new CampaignException("File_Refused", file.toString(), refused.getMessage());
        }
    }

    private List<Receipt> json() throws CampaignException, IOException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new CampaignException("File_Line", file.toString(), line, broken.getOriginalMessage());
        }
        JsonNode list = root.isObject() && root.has("receipts") ? root.get("receipts") : root;
        if (!list.isArray()) {
            throw new CampaignException("Receipt_Array", file.toString());
        }
        List<Receipt> receipts = new ArrayList<>();
        long number = 0;
        for (JsonNode each : list) {
            number++;
            Map<String, String> values = new HashMap<>();
            COLUMNS.forEach(column -> values.put(column, each.hasNonNull(column) ? each.get(column).asText().strip() : ""));
            receipts.add(receipt(number, values));
        }
        return receipts;
    }

    private Receipt receipt(long line, Map<String, String> values) {
        String contact = values.getOrDefault("contact", "");
        if (contact.isEmpty()) {
            fault(line, "Receipt_NoContact");
        }
        Optional<ContactState> state = Optional.empty();
        String wanted = values.getOrDefault("state", "");
        if (!wanted.isEmpty()) {
            state = Optional.ofNullable(ContactState.get(literal(wanted)));
            if (state.isEmpty()) {
                fault(line, "Receipt_State", wanted, ContactState.VALUES.toString());
            }
        }
        Optional<ResponseKind> response = Optional.empty();
        String kind = values.getOrDefault("response", "");
        if (!kind.isEmpty()) {
            response = Optional.ofNullable(ResponseKind.get(literal(kind)));
            if (response.isEmpty()) {
                fault(line, "Receipt_Response", kind, ResponseKind.VALUES.toString());
            }
        }
        return new Receipt(line, contact, state, time(line, values.getOrDefault("time", "")), values.getOrDefault("reason", ""), response,
                number(line, values.getOrDefault("value", "")),
                Optional.of(values.getOrDefault("offer", "")).filter(each -> !each.isEmpty()));
    }

    /** Message states are written {@code inProgress} by TM Forum. */
    private static String literal(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    private Optional<Instant> time(long line, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException wrong) {
            fault(line, "Receipt_Time", text);
            return Optional.empty();
        }
    }

    private Optional<Double> number(long line, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException wrong) {
            fault(line, "Receipt_Value", text);
            return Optional.empty();
        }
    }
}
