using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Tests.Infrastructure;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Tests.Json.Suite;

/// <summary>The suite's tests of the output: what it must look like is said by schemas.</summary>
public sealed class OutputTests
{
    [SharedSchemasFact]
    public void Output_OfErrors_IsInTheBasicForm()
    {
        var (passed, annotations, failures) = (0, 0, new List<string>());
        foreach (var (draft, uri) in SuiteFolder.Drafts.Where(static draft => SuiteFolder.HasOutputTests(draft.Folder)))
        {
            var form = File.ReadAllText(SuiteFolder.OutputSchema(draft));
            foreach (var (description, schema, data, expected) in SuiteFolder.OutputCases(draft))
            {
                if (expected["required"]!.AsArray().Any(static name => name!.GetValue<string>() == "annotations"))
                {
                    annotations++;
                    continue;
                }

                expected["$schema"] = uri;
                var errors = JsonSchemas.Parse(schema).Validate(data);
                var body = JsonSerializer.SerializeToUtf8Bytes(ValidationBody.Of(errors, schemaId: null), RegistryJson.Of<ValidationBody>());
                var wrong = JsonSchemas.Parse(expected.ToJsonString(), new NamedSchema(new Uri(new Uri(expected["$id"]!.GetValue<string>()), expected["$ref"]!.GetValue<string>()).ToString(), form))
                    .Validate(body, DocumentOptions.Json with { AssertsFormats = true });
                passed += wrong.Count == 0 ? 1 : 0;
                failures.AddRange(wrong.Select(error => $"{draft} {description}: {error} of {Encoding.UTF8.GetString(body)}"));
            }
        }

        ConformancePage.Write(
            "JSON Schema, output",
            $"- basic output form: {passed} of the suite's {passed + failures.Count} tests of errors; its {annotations} tests of annotations are left out, which are not collected\n");
        Assert.True(failures.Count == 0 && passed > 4, string.Join('\n', failures));
    }
}
