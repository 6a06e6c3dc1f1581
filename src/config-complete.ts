import { type Config, configSchema } from "./config-schema.ts";

/** A configuration that was found sound, with every default filled in. */
export function completeConfig(value: unknown): Config {
  return configSchema.parse(value);
}

/** The JSON Schema of a configuration file, for editors. */
export function configJsonSchema(): object {
  return configSchema.toJSONSchema({ io: "input" });
}
