using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Instrumentation.Package.Tests.Infrastructure;

namespace Instrumentation.Package.Tests;

[Collection(PackedConsumersCollection.Name)]
public sealed class PackageContentTests(PackedConsumers consumers)
{
    private static readonly string[] s_packages = ["Instrumentation", "Instrumentation.AspNetCore", "Instrumentation.OpenTelemetry", "Instrumentation.Testing"];

    [Fact]
    public void Packages_Files_AreThoseReviewed() => Snapshot.Match(Describe(static package =>
        package.Entries.Select(static entry => entry.FullName).Where(static name => !IsContainerFormat(name))));

    [Fact]
    public void Packages_Dependencies_AreThoseReviewed() => Snapshot.Match(Describe(package =>
        Nuspec(package).Descendants()
            .Where(static element => element.Name.LocalName is "dependency" or "frameworkReference")
            .Select(element => $"{element.Parent!.Attribute("targetFramework")!.Value}: {string.Join(' ', element.Attributes().Select(Text))}")));

    [Fact]
    public void Packages_Version_IsTheSameInAll() => Assert.All(
        s_packages, id => Assert.Equal(consumers.Version, Nuspec(Open(id)).Descendants().Single(static element => element.Name.LocalName == "version").Value));

    private string Describe(Func<ZipArchive, IEnumerable<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var id in s_packages)
        {
            using var package = Open(id);
            text.Append(id).Append('\n');
            foreach (var line in lines(package).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(consumers.Packages, $"{id}.{consumers.Version}.nupkg"));

    private static XDocument Nuspec(ZipArchive package)
    {
        using var stream = package.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }

    private string Text(XAttribute attribute) => $"{attribute.Name}={attribute.Value.Replace(consumers.Version, "{this version}", StringComparison.Ordinal)}";

    private static bool IsContainerFormat(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal) || name == "[Content_Types].xml";
}
