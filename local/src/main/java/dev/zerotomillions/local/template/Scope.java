package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What a template's references mean while it is deployed. */
public interface Scope {

  /** A resource's physical id. */
  JsonNode ref(String logicalId, Where where) throws TemplateError;

  /** An attribute of a resource. */
  JsonNode attribute(String logicalId, String name, Where where) throws TemplateError;

  /** What another stack exports under a name. */
  JsonNode imported(String export, Where where) throws TemplateError;

  /** A scope that knows nothing, for values that must not depend on a deployment. */
  Scope NOTHING =
      new Scope() {
        @Override
        public JsonNode ref(String logicalId, Where where) throws TemplateError {
          throw new NotYetKnown(where, logicalId);
        }

        @Override
        public JsonNode attribute(String logicalId, String name, Where where) throws TemplateError {
          throw new NotYetKnown(where, logicalId + "." + name);
        }

        @Override
        public JsonNode imported(String export, Where where) throws TemplateError {
          throw new NotYetKnown(where, "the import " + export);
        }
      };
}
