using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading tls new</c></summary>
internal static class TlsCommand
{
    public static Command Build(CliOptions options)
    {
        var names = new Option<string[]>("--host") { Description = "Further name or address by which others call this host.", HelpName = "NAME", DefaultValueFactory = _ => [] };
        var replace = new Option<bool>("--replace") { Description = "Replace the certificate that is there." };
        var create = new Command("new", "Make a self-signed certificate for this host and print its fingerprint, to compare before trusting it.") { names, replace };
        create.Do(arguments =>
        {
            HomeFolder home = options.Home(arguments);
            if (File.Exists(TlsCertificate.FileOf(home)) && !arguments.GetValue(replace))
            {
                throw new CapabilityException(ErrorCode.StateConflict, $"{TlsCertificate.FileOf(home)} is there already", "Give --replace to make a new one; whoever trusts the old one must trust the new one then.");
            }

            string[] all =
            [
                .. options.Configuration(arguments).Security.AllowedHosts.Select(WithoutPort), "localhost", "127.0.0.1", "::1", Environment.MachineName, .. arguments.GetValue(names)!,
            ];
            using X509Certificate2 certificate = TlsCertificate.Create(home, all, TimeProvider.System.GetUtcNow());
            return Print(options.Terminal(arguments), home, certificate, all);
        });
        return new Command("tls", "The certificate of the HTTP faces.") { create };
    }

    private static int Print(Terminal terminal, HomeFolder home, X509Certificate2 certificate, string[] names)
    {
        string fingerprint = TlsCertificate.Fingerprint(certificate);
        if (terminal.IsJson)
        {
            Terminal.Document(new { certificate = TlsCertificate.FileOf(home), sha256 = fingerprint, names = names.Distinct(), expiresAt = certificate.NotAfter.ToUniversalTime() });
        }

        terminal.Line($"{TlsCertificate.FileOf(home)} for {string.Join(", ", names.Distinct())}");
        terminal.Line($"SHA-256 {fingerprint}");
        terminal.Line("next: set security.tls = true and start the host again");
        return ExitCodes.Ok;
    }

    private static string WithoutPort(string host) => host.LastIndexOf(':') is var colon && colon > host.LastIndexOf(']') ? host[..colon] : host;
}
