package org.towercrier.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.junit.jupiter.api.Test;
import org.towercrier.model.MeasureAnnotations;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.measurement.MeasurementPackage;

class MeasureTest {

    private static final Set<String> UNITS = Set.of("%", "1", "GB", "GHz", "MB", "MHz", "Mbit", "Mbit/s", "a", "currency", "d",
            "dBi", "dBm", "deg", "erlang", "h", "kB", "kbit/s", "m", "min", "mm/h", "mo", "s");

    @Test
    void everyUnitIsOneThatTheProductKnows() {
        for (EClass type : ModelPackages.classes()) {
            for (EAttribute attribute : type.getEAttributes()) {
                MeasureAnnotations.unit(attribute)
                        .ifPresent(unit -> assertTrue(UNITS.contains(unit), type.getName() + "." + attribute.getName() + ": " + unit));
            }
        }
    }

    @Test
    void everyCanonicalMeasurementHasAUnitAKindAndAFittingAggregation() {
        Map<String, EAttribute> measurements = MeasureAnnotations
                .byMeasurementName(MeasurementPackage.Literals.CELL_MEASUREMENT);
        measurements.forEach((name, attribute) -> {
            assertTrue(MeasureAnnotations.unit(attribute).isPresent(), name);
            String aggregation = MeasureAnnotations.aggregation(attribute).orElseThrow();
            switch (MeasureAnnotations.kind(attribute).orElseThrow()) {
                case "counter" -> assertEquals("sum", aggregation, name);
                case "gauge" -> assertTrue(List.of("mean", "max").contains(aggregation), name);
                default -> assertEquals("counter or gauge", MeasureAnnotations.kind(attribute).orElseThrow(), name);
            }
        });
        assertTrue(measurements.keySet().containsAll(List.of("RRU.PrbTotDl", "RRU.PrbTotUl", "RRC.ConnMean",
                "RRC.ConnMax", "RRC.ConnEstabAtt", "RRC.ConnEstabSucc", "ERAB.EstabInitAttNbr", "ERAB.EstabInitSuccNbr",
                "ERAB.RelActNbr", "ERAB.SessionTimeUE", "DRB.UEThpDl", "DRB.UEThpUl", "DRB.PdcpSduVolumeDL",
                "DRB.PdcpSduVolumeUL")), measurements.keySet().toString());
    }

    @Test
    void aMeasurementIsFoundByIts3gppName() {
        EAttribute usage = MeasureAnnotations.byMeasurementName(MeasurementPackage.Literals.CELL_MEASUREMENT)
                .get("RRU.PrbTotDl");
        assertEquals(MeasurementPackage.Literals.CELL_MEASUREMENT__PRB_USAGE_DL, usage);
        assertEquals(Optional.of("%"), MeasureAnnotations.unit(usage));
    }

    @Test
    void aMissingSampleIsAbsentAndNotZero() {
        for (EAttribute attribute : MeasureAnnotations.byMeasurementName(MeasurementPackage.Literals.CELL_MEASUREMENT)
                .values()) {
            assertEquals(null, attribute.getDefaultValue(), attribute.getName());
        }
    }
}
