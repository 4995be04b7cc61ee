/**
 * What a headless command of the product is made of: the command itself, the context it runs in, its output, its
 * progress and the exceptions that decide the exit code.
 *
 * <p>
 * A bundle adds a command with one class and no change to ours: a Declarative Services component of prototype scope
 * that implements {@link org.towercrier.command.HeadlessCommand} and carries picocli's {@code @Command(name = "…")}.
 */
package org.towercrier.command;
