/** Entry to the model: its packages, and what the annotations on classes and attributes say. */
package org.towercrier.model;
