package org.weiwang.store.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root. For root they run in a user
 * namespace, where root is nobody in particular but still owns its files; where there are no user
 * namespaces, as user {@code postgres}. To whom the folder belongs says which, so that it is always
 * opened in the same way.
 *
 * @param prefix what to put before a command
 */
record Account(List<String> prefix) {
    private static final Account NAMESPACE = new Account(List.of("unshare", "-U"));
    private static final String FALLBACK = "postgres";

    /**
     * @param home the folder that holds the cluster; as root, and while there is no cluster in it,
     *     it may be given to user {@code postgres}
     * @throws IOException when no way works, saying what to do
     */
    static Account of(Path home, boolean isNew) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Account(List.of());
        }
        if (isOwnedByRoot(home)) {
            if (NAMESPACE.reaches(home)) {
                return NAMESPACE;
            }
            if (!isNew) {
                throw refusal(home, "root, for whom it was made, cannot use a user namespace here");
            }
            giveToFallback(home);
        }
        return ownerOf(home);
    }

    /**
     * @throws IOException when this process may not use the folder at all
     */
    static void checkWritable(Path home) throws IOException {
        if (!Files.isWritable(home)) {
            throw new IOException(
                    "The database's folder "
                            + home
                            + " belongs to "
                            + Files.getOwner(home)
                            + " and cannot be written by this user.");
        }
    }

    /** Leaves a file to the account that the folder {@code home} belongs to. */
    static void handOver(Path file, Path home) throws IOException {
        if (!Files.getOwner(file).equals(Files.getOwner(home))) {
            Files.setOwner(file, Files.getOwner(home));
        }
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private static Account ownerOf(Path home) throws IOException {
        List<String> prefix =
                List.of(
                        "setpriv",
                        "--reuid=" + Files.getAttribute(home, "unix:uid"),
                        "--regid=" + Files.getAttribute(home, "unix:gid"),
                        "--clear-groups");
        Account owner = new Account(prefix);
        if (owner.reaches(home)) {
            return owner;
        }
        // A folder above may be closed to the owner, as /root is; root may pass on its right to
        // enter it.
        List<String> withPassage = new ArrayList<>(prefix);
        withPassage.addAll(List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        Account passing = new Account(List.copyOf(withPassage));
        if (passing.reaches(home)) {
            return passing;
        }
        throw refusal(home, "its owner, " + Files.getOwner(home) + ", cannot enter it");
    }

    private static boolean isOwnedByRoot(Path home) throws IOException {
        return Files.getAttribute(home, "unix:uid").equals(0);
    }

    private static void giveToFallback(Path home) throws IOException {
        UserPrincipalLookupService users = home.getFileSystem().getUserPrincipalLookupService();
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(home, PosixFileAttributeView.class);
            view.setGroup(users.lookupPrincipalByGroupName(FALLBACK));
            view.setOwner(users.lookupPrincipalByName(FALLBACK));
        } catch (UserPrincipalNotFoundException e) {
            throw refusal(home, "there are no user namespaces here and no user " + FALLBACK);
        }
    }

    private boolean reaches(Path home) throws IOException {
        String isOpen = "[ -r \"$0\" ] && [ -w \"$0\" ] && [ -x \"$0\" ]";
        List<String> test = command(Path.of("/bin/sh"), List.of("-c", isOpen, home.toString()));
        return Command.run(Path.of("/"), Duration.ofSeconds(10), test).succeeded();
    }

    private static IOException refusal(Path home, String reason) {
        return new IOException(
                "PostgreSQL does not run as root, and with the database's folder "
                        + home
                        + " it cannot run as another: "
                        + reason
                        + ". Start the program as a user other than root.");
    }
}
