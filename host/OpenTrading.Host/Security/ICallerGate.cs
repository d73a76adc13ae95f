using Microsoft.AspNetCore.Http;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>Says who calls. Every request of every HTTP face passes through it first.</summary>
internal interface ICallerGate
{
    /// <summary>The caller of a request; null when the gate has refused it and has answered already.</summary>
    ValueTask<Principal?> AdmitAsync(HttpContext context);
}
