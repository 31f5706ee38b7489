import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The services that Micronaut would look for in every jar at each start, written down as a class
 * that names and creates them: a subclass of the library's {@code ServiceIndex}, which says what
 * the methods are for.
 */
final class PackedServices {
  private static final String NAME = "dev.zerotomillions.packed.Services";
  private static final ClassDesc INDEX =
      ClassDesc.of("dev.zerotomillions.shared.packed.ServiceIndex");
  private static final String LOADER = "io.micronaut.core.optim.StaticOptimizations$Loader";

  private static final String MICRONAUT = "META-INF/micronaut/";
  private static final String SERVICES = "META-INF/services/";

  /** Asked for at a start or a first request; where there are none, the search is in vain. */
  private static final List<String> ASKED_FOR =
      List.of(
          "io.micronaut.core.convert.TypeConverterRegistrar",
          "io.micronaut.http.HttpRequestFactory",
          "io.micronaut.http.HttpResponseFactory",
          "io.micronaut.inject.BeanConfiguration");

  private final ClassLoader libraries;
  private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

  /**
   * @param libraries loads the classes that the function has
   */
  PackedServices(ClassLoader libraries) {
    this.libraries = libraries;
    ASKED_FOR.forEach(type -> add(type, List.of()));
  }

  /** Notes the services that an entry of a jar names, if it names any. */
  void add(String entry, byte[] content) {
    if (entry.startsWith(MICRONAUT) && !entry.endsWith("/")) {
      String[] names = entry.substring(MICRONAUT.length()).split("/", 2);
      add(names[0], List.of(names[1]));
    } else if (entry.startsWith(SERVICES + "io.micronaut.")) {
      add(entry.substring(SERVICES.length()), lines(content));
    }
  }

  private static List<String> lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private void add(String type, List<String> services) {
    SortedSet<String> known = types.computeIfAbsent(type, _ -> new TreeSet<>());
    services.stream().filter(this::canBeCreated).forEach(known::add);
  }

  /** Like Micronaut, passes over a service that wants a library which the function doesn't have. */
  private boolean canBeCreated(String service) {
    try {
      Class.forName(service, true, libraries).getConstructor().newInstance();
      return true;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /** The class, and the file by which Micronaut finds it. */
  Map<String, byte[]> entries() {
    return new TreeMap<>(
        Map.of(
            NAME.replace('.', '/') + ".class", classFile(),
            SERVICES + LOADER, (NAME + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] classFile() {
    ClassDesc names = CD_String.arrayType(2);
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            index ->
                index
                    .withSuperclass(INDEX)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                    .withMethodBody(
                        INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC, PackedServices::initialize)
                    .withMethodBody(
                        "types", MethodTypeDesc.of(names), ClassFile.ACC_PROTECTED, this::types)
                    .withMethodBody(
                        "create",
                        MethodTypeDesc.of(CD_Object, CD_int),
                        ClassFile.ACC_PROTECTED,
                        this::create));
  }

  private static void initialize(CodeBuilder code) {
    code.aload(0).invokespecial(INDEX, INIT_NAME, MTD_void).return_();
  }

  /** {@code return new String[][] {{type, service, service ...}, ...}}. */
  private void types(CodeBuilder code) {
    code.loadConstant(types.size()).anewarray(CD_String.arrayType());
    int place = 0;
    for (Map.Entry<String, SortedSet<String>> type : types.entrySet()) {
      List<String> names = new ArrayList<>(type.getValue());
      names.addFirst(type.getKey());
      code.dup().loadConstant(place++).loadConstant(names.size()).anewarray(CD_String);
      for (int i = 0; i < names.size(); i++) {
        code.dup().loadConstant(i).loadConstant(names.get(i)).aastore();
      }
      code.aastore();
    }
    code.areturn();
  }

  /** {@code switch (number) { case 0: return new Service(); ... default: return null; }}. */
  private void create(CodeBuilder code) {
    List<String> services = types.values().stream().flatMap(SortedSet::stream).toList();
    List<SwitchCase> cases =
        IntStream.range(0, services.size())
            .mapToObj(number -> SwitchCase.of(number, code.newLabel()))
            .toList();
    Label none = code.newLabel();
    code.iload(1).tableswitch(0, services.size() - 1, none, cases);
    for (SwitchCase one : cases) {
      ClassDesc service = ClassDesc.of(services.get(one.caseValue()));
      code.labelBinding(one.target())
          .new_(service)
          .dup()
          .invokespecial(service, INIT_NAME, MTD_void)
          .areturn();
    }
    code.labelBinding(none).aconst_null().areturn();
  }
}
