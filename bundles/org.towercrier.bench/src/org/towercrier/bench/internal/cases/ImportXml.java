package org.towercrier.bench.internal.cases;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.towercrier.command.SkippedException;
import org.towercrier.command.bench.BenchCase;
import org.towercrier.command.bench.BenchContext;
import org.towercrier.command.bench.BenchInfo;
import org.towercrier.command.bench.BenchInfo.Goal;
import org.towercrier.command.bench.BenchResult;
import org.towercrier.command.bench.BenchScale;
import org.towercrier.exchange.ImportException;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.ImportService;
import org.towercrier.model.measurement.MeasurementPackage.Literals;
import org.towercrier.sample.SampleRequest;
import org.towercrier.sample.SampleService;
import org.towercrier.store.Store;
import org.towercrier.store.StoreException;
import org.towercrier.store.TableSchema;

/** A day of 3GPP measurement files, parsed and stored. */
@Component
public final class ImportXml implements BenchCase {

	private static final int CELLS = 4_000;
	private static final int PERIODS = 96;
	private static final Duration PERIOD = Duration.ofMinutes(15);
	private static final Instant START = SampleRequest.DEFAULT_END.atStartOfDay().toInstant(ZoneOffset.UTC);
	private static final List<String> MEASUREMENTS = List.of("RRU.PrbTotDl", "RRU.PrbTotUl", "RRU.PrbUsedDl",
			"RRU.PrbUsedUl", "RRU.PrbAvailDl", "RRU.PrbAvailUl", "RRC.ConnMean", "RRC.ConnMax", "DRB.MeanActiveUeDl",
			"DRB.MeanActiveUeUl", "RRC.ConnEstabAtt", "RRC.ConnEstabSucc", "S1SIG.ConnEstabAtt", "S1SIG.ConnEstabSucc",
			"ERAB.EstabInitAttNbr", "ERAB.EstabInitSuccNbr", "ERAB.RelActNbr", "ERAB.SessionTimeUE", "DRB.UEThpDl",
			"DRB.UEThpUl", "DRB.PdcpSduVolumeDL", "DRB.PdcpSduVolumeUL", "PDCCH.CceUtilisation",
			"RACH.PreambleUtilisation");
	/** Greatest percentage among the values; counts are written from the same digits. */
	private static final int VALUES = 90;

	@Override
	public BenchInfo info() {
		return BenchInfo.of("pm-xml-values-per-second", "3GPP measurement files, parsed and stored", "values/s",
				Goal.atLeast(1_000_000));
	}

	@Override
	public BenchResult run(BenchContext context) throws StoreException, IOException, ImportException {
		int cells = context.scale() == BenchScale.FULL ? CELLS : CELLS / 20;
		context.service(SampleService.class).replaceAll(SampleRequest.of(cells, 0, 0, 1),
				Cancellations.of(context.monitor()));
		Path files = Files.createDirectory(context.folder().resolve("files"));
		long bytes = write(files, objects(context.service(Store.class)));
		ImportService imports = context.service(ImportService.class);
		long begun = System.nanoTime();
		ImportReport report = imports.run(ImportRequest.of(files), Monitors.of(context.monitor()));
		double seconds = (System.nanoTime() - begun) / 1e9;
		long rows = (long) cells * PERIODS;
		if (report.anyRefused() || report.stored() < rows) {
			throw new SkippedException("the importer stored " + report.stored() + " of " + rows + " rows");
		}
		long values = rows * MEASUREMENTS.size();
		NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.ROOT);
		return new BenchResult(values / seconds, PERIODS + " files, " + numbers.format(values) + " values, "
				+ numbers.format(bytes >> 20) + " MiB");
	}

	private static List<String> objects(Store store) throws StoreException {
		TableSchema objects = TableSchema.of(Literals.MANAGED_OBJECT);
		return store.read(sql -> sql.select(objects.field("name", String.class)).from(objects.table())
				.orderBy(objects.field("id")).fetch(0, String.class));
	}

	private static long write(Path folder, List<String> objects) throws IOException {
		long bytes = 0;
		for (int period = 0; period < PERIODS; period++) {
			Path file = folder.resolve(String.format("A%03d.xml", period));
			try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
				writer.write(head(START.plus(PERIOD.multipliedBy(period))));
				for (int object = 0; object < objects.size(); object++) {
					writer.write(values(objects.get(object), object * 31 + period * 7));
				}
				writer.write("</measInfo></measData><fileFooter><measCollec endTime=\""
						+ START.plus(PERIOD.multipliedBy(period + 1L)) + "\"/></fileFooter></measCollecFile>\n");
			}
			bytes += Files.size(file);
		}
		return bytes;
	}

	private static String head(Instant begin) {
		StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<measCollecFile xmlns=")
				.append("\"http://www.3gpp.org/ftp/specs/archive/32_series/32.435#measCollec\">\n")
				.append("<fileHeader fileFormatVersion=\"32.435 V10.0\" vendorName=\"synthetic\"><fileSender/>")
				.append("<measCollec beginTime=\"").append(begin).append("\"/></fileHeader>\n")
				.append("<measData><managedElement/><measInfo measInfoId=\"1\"><granPeriod duration=\"PT900S\" endTime=\"")
				.append(begin.plus(PERIOD)).append("\"/>\n");
		for (int i = 0; i < MEASUREMENTS.size(); i++) {
			head.append("<measType p=\"").append(i + 1).append("\">").append(MEASUREMENTS.get(i)).append("</measType>\n");
		}
		return head.toString();
	}

	/** Successes are kept below attempts by writing the same digits for both. */
	private static String values(String object, int seed) {
		StringBuilder line = new StringBuilder("<measValue measObjLdn=\"").append(object).append("\">");
		for (int i = 0; i < MEASUREMENTS.size(); i++) {
			boolean whole = i == 0 || i == 1 || i >= 10 && i <= 17;
			int value = 1 + Math.floorMod(seed + (i < 10 ? i * 13 : i / 2 * 17), VALUES);
			line.append("<r p=\"").append(i + 1).append("\">").append(value);
			if (!whole) {
				line.append('.').append(1 + Math.floorMod(seed, 9));
			}
			line.append("</r>");
		}
		return line.append("</measValue>\n").toString();
	}
}
