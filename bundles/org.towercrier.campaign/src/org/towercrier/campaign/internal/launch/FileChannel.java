package org.towercrier.campaign.internal.launch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.channel.CampaignChannel;
import org.towercrier.command.Json;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.Store;

/**
 * Hands batches over as files for any gateway: one CSV and one JSON file for each batch in the folder {@code handover} of the workspace. A file appears under its name only
 * when it is whole; a batch whose files are there is left as it is.
 */
@Component(service = CampaignChannel.class)
public final class FileChannel implements CampaignChannel {

    private static final List<String> HEADER = List.of("batch", "contact", "customer", "channel", "address", "offer", "due", "language",
            "text");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("^\\+\\d+$");

    private final Path folder;

    @Activate
    public FileChannel(@Reference Store store) {
        this(store.info().location().resolve("handover"));
    }

    FileChannel(Path folder) {
        this.folder = folder;
    }

    @Override
    public String id() {
        return "file";
    }

    @Override
    public Set<ContactChannel> channels() {
        return EnumSet.allOf(ContactChannel.class);
    }

    @Override
    public String handOver(Batch batch) throws IOException {
        Files.createDirectories(folder);
        Path csv = folder.resolve(batch.id() + ".csv");
        if (!Files.exists(csv)) {
            write(folder.resolve(batch.id() + ".json"), writer -> Json.writer().writeValue(writer, document(batch)));
            write(csv, writer -> csv(batch, writer));
        }
        return csv.toString();
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Content {
        void to(Writer writer) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.to(writer);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> document(Batch batch) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("batch", batch.id());
        document.put("campaign", batch.campaign());
        document.put("channel", batch.channel().getLiteral());
        document.put("at", batch.at());
        document.put("messages", batch.messages());
        return document;
    }

    private static void csv(Batch batch, Writer writer) throws IOException {
        writer.write(String.join(",", HEADER) + "\r\n");
        for (Message message : batch.messages()) {
            List<String> row = List.of(batch.id(), message.contact(), message.customer(), batch.channel().getLiteral(),
                    message.address().orElse(""), message.offer().orElse(""), message.due().toString(), message.language(), message.text());
            StringBuilder line = new StringBuilder();
            for (String cell : row) {
                line.append(line.isEmpty() ? "" : ",").append(quoted(cell));
            }
            writer.write(line.append("\r\n").toString());
        }
    }

    /** A spreadsheet must not take a text for a formula; a telephone number stays as it is. */
    private static String quoted(String cell) {
        String safe = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
        return safe.matches("[\\w.:+-]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
