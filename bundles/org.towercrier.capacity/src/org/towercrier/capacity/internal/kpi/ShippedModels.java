package org.towercrier.capacity.internal.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;
import org.towercrier.model.ModelPackages;

/** Reads the documents that are shipped in this bundle's folder {@code rules}. */
public final class ShippedModels {

    private static final String FOLDER = "/rules/";
    private static final String SUFFIX = ".xmi";

    private ShippedModels() {
    }

    /** A resource set that knows the model and XMI, in and out of OSGi. */
    public static ResourceSet resources() {
        ResourceSet resources = new ResourceSetImpl();
        for (EPackage each : ModelPackages.all()) {
            resources.getPackageRegistry().put(each.getNsURI(), each);
        }
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(Resource.Factory.Registry.DEFAULT_EXTENSION,
                new XMIResourceFactoryImpl());
        return resources;
    }

    /** A shipped document as an object of the caller's own. */
    public static <T extends EObject> T load(String name, Class<T> type) {
        try (InputStream stream = ShippedModels.class.getResourceAsStream(FOLDER + name + SUFFIX)) {
            if (stream == null) {
                throw new IllegalArgumentException("No document " + name + " is shipped");
            }
            Resource resource = resources().createResource(URI.createURI(name + SUFFIX));
            resource.load(stream, Map.of());
            T root = type.cast(resource.getContents().getFirst());
            EcoreUtil.remove(root);
            resource.getContents().clear();
            return root;
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped document " + name + " is broken", broken);
        }
    }
}
