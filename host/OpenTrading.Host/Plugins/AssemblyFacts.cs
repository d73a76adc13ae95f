using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OpenTrading.Host.Plugins;

/// <summary>What an assembly says about itself, read from its metadata: nothing of it is loaded.</summary>
/// <param name="Version">Its own version.</param>
/// <param name="SdkVersion">SDK it was built against; null when it knows none.</param>
/// <param name="References">The assemblies it needs.</param>
internal sealed record AssemblyFacts(Version Version, Version? SdkVersion, IReadOnlyList<AssemblyName> References)
{
    private const string Sdk = "OpenTrading.Sdk";

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="PluginException">The file is no .NET assembly.</exception>
    public static AssemblyFacts Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (!image.HasMetadata)
            {
                throw new PluginException("it is no .NET assembly; replace or remove it.");
            }

            MetadataReader metadata = image.GetMetadataReader();
            AssemblyName[] references = [.. metadata.AssemblyReferences.Select(r => metadata.GetAssemblyReference(r).GetAssemblyName())];
            return new AssemblyFacts(metadata.GetAssemblyDefinition().Version, Stamp(metadata) ?? references.FirstOrDefault(r => r.Name == Sdk)?.Version, references);
        }
#pragma warning disable CA1031 // The readers throw one thing or another at bytes that are none of theirs.
        catch (Exception e) when (e is not (PluginException or IOException or UnauthorizedAccessException))
#pragma warning restore CA1031
        {
            throw new PluginException("it is no .NET assembly, or a damaged one; replace or remove it.");
        }
    }

    // The SDK's build files write [assembly: AssemblyMetadata("OpenTrading.Sdk", "1.2.3")].
    private static Version? Stamp(MetadataReader metadata)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference
                || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
                || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, "AssemblyMetadataAttribute"))
            {
                continue;
            }

            BlobReader value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            if (value.ReadSerializedString() == Sdk)
            {
                string text = value.ReadSerializedString() ?? "";
                return Version.TryParse(text.Split('-', '+')[0], out Version? version)
                    ? version
                    : throw new PluginException($"its SDK version is '{text}', which is no version; build it with the OpenTrading.Sdk package.");
            }
        }

        return null;
    }
}
