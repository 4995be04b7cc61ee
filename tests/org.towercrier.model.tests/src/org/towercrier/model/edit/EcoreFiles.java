package org.towercrier.model.edit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.towercrier.model.ModelPackages;

/** The Ecore files as they are shipped, loaded apart from the generated code. */
final class EcoreFiles {

    private EcoreFiles() {
    }

    static List<EPackage> load() throws IOException {
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
        // All files get a place before the first is parsed, so that references between them find their target.
        List<Resource> files = ModelPackages.all().stream()
                .map(each -> resources.createResource(URI.createURI("model:/" + each.getName() + ".ecore"))).toList();
        for (Resource file : files) {
            try (InputStream in = Objects.requireNonNull(
                    ModelPackages.class.getResourceAsStream("/model/" + file.getURI().lastSegment()),
                    file.getURI().toString())) {
                file.load(in, null);
            }
        }
        EcoreUtil.resolveAll(resources);
        return Arrays.asList(files.stream().map(file -> (EPackage) file.getContents().get(0)).toArray(EPackage[]::new));
    }
}
