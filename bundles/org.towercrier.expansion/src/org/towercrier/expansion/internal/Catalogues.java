package org.towercrier.expansion.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.towercrier.expansion.PlanException;
import org.towercrier.model.network.CostCatalogue;
import org.towercrier.model.network.CostItem;
import org.towercrier.model.network.NetworkPackage;

/** The shipped cost catalogue, and figures of a plan file put in place of a catalogue's. */
public final class Catalogues {

    /** Figures in dBm may be below zero. */
    private static final Set<String> SIGNED = Set.of("power", "sensitivity");
    private static final String SHIPPED = "/rules/expansion-costs.xmi";

    private Catalogues() {
    }

    /** The shipped catalogue, an object of the caller's own; its texts are English. */
    public static CostCatalogue shipped() {
        ResourceSet resources = new ResourceSetImpl();
        resources.getPackageRegistry().put(NetworkPackage.eNS_URI, NetworkPackage.eINSTANCE);
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(Resource.Factory.Registry.DEFAULT_EXTENSION,
                new XMIResourceFactoryImpl());
        try (InputStream stream = Catalogues.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException("The cost catalogue is not shipped");
            }
            Resource resource = resources.createResource(URI.createURI("expansion-costs.xmi"));
            resource.load(stream, Map.of());
            CostCatalogue root = (CostCatalogue) resource.getContents().getFirst();
            EcoreUtil.remove(root);
            ShippedTexts.fill(root);
            return root;
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped cost catalogue is broken", broken);
        }
    }

    /** A copy with other figures by item and feature. */
    static CostCatalogue with(CostCatalogue catalogue, Map<String, Map<String, Double>> figures, Texts texts) throws PlanException {
        CostCatalogue copy = EcoreUtil.copy(catalogue);
        for (Map.Entry<String, Map<String, Double>> entry : figures.entrySet()) {
            CostItem item = copy.getItems().stream().filter(each -> entry.getKey().equals(each.getName())).findFirst()
                    .orElseThrow(() -> new PlanException(texts.text("Plan_UnknownItem", entry.getKey())));
            for (Map.Entry<String, Double> figure : entry.getValue().entrySet()) {
                set(item, figure.getKey(), figure.getValue(), texts);
            }
        }
        return copy;
    }

    private static void set(CostItem item, String name, double value, Texts texts) throws PlanException {
        if (!(value >= 0) && !SIGNED.contains(name)) {
            throw new PlanException(texts.text("Plan_BadFigure", item.getName(), name));
        }
        switch (name) {
            case "investment" -> item.setInvestment(value);
            case "yearlyCost" -> item.setYearlyCost(value);
            case "leadTime" -> item.setLeadTime((int) value);
            case "gain" -> item.setGain(value);
            case "reach" -> item.setReach(value);
            case "frequency" -> item.setFrequency(value);
            case "power" -> item.setPower(value);
            case "antennaHeight" -> item.setAntennaHeight(value);
            case "sensitivity" -> item.setSensitivity(value);
            case "minimumDistance" -> item.setMinimumDistance(value);
            case "maximumPerSector" -> item.setMaximumPerSector((int) value);
            default -> throw new PlanException(texts.text("Plan_BadFigure", item.getName(), name));
        }
    }
}
