package org.towercrier.model;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.towercrier.model.alarm.AlarmPackage;
import org.towercrier.model.campaign.CampaignPackage;
import org.towercrier.model.care.CarePackage;
import org.towercrier.model.customer.CustomerPackage;
import org.towercrier.model.measurement.MeasurementPackage;
import org.towercrier.model.network.NetworkPackage;
import org.towercrier.model.types.TypesPackage;
import org.towercrier.model.wlan.WlanPackage;

/** The packages of the model, and their classes by name. Works inside and outside OSGi. */
public final class ModelPackages {

    private ModelPackages() {
    }

    /**
     * All packages. Asking registers them, so that documents can be loaded afterwards without OSGi too.
     *
     * @return the packages in dependency order
     */
    public static List<EPackage> all() {
        return List.of(TypesPackage.eINSTANCE, NetworkPackage.eINSTANCE, WlanPackage.eINSTANCE,
                MeasurementPackage.eINSTANCE, AlarmPackage.eINSTANCE, CustomerPackage.eINSTANCE, CampaignPackage.eINSTANCE,
                CarePackage.eINSTANCE);
    }

    /**
     * All classes.
     *
     * @return the classes, abstract ones too, in the order of their packages
     */
    public static List<EClass> classes() {
        return all().stream().flatMap(each -> each.getEClassifiers().stream()).filter(EClass.class::isInstance)
                .map(EClass.class::cast).toList();
    }

    /**
     * Finds a class by its name; names are unique over all packages.
     *
     * @param name name of a class, e.g. {@code Cell}
     * @return the class, empty when there is none of that name
     */
    public static Optional<EClass> byName(String name) {
        return classes().stream().filter(each -> each.getName().equals(name)).findFirst();
    }

    /**
     * The classes that have a table in the store.
     *
     * @return the classes in the order of their packages
     */
    public static List<EClass> stored() {
        return classes().stream().filter(each -> StoreAnnotations.table(each).isPresent()).toList();
    }
}
