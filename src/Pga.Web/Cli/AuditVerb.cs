using System.CommandLine;
using Pga.Application.Rapportage;

namespace Pga.Web.Cli;

internal static class AuditVerb
{
    public static Command Create()
    {
        var verify = new Command("verify", "Controleert of opgeslagen rapportages buiten het programma om zijn gewijzigd.");
        verify.SetAction((_, ct) => VerbScope.Run(Verify, ct));
        return new Command("audit", "Controleert wat verzegeld is.") { verify };
    }

    private static async Task<int> Verify(IServiceProvider services, CancellationToken ct)
    {
        var audit = await services.Send(new VerifyEditions(), ct);
        await Console.Error.WriteLineAsync("Het toegangslogboek heeft nog geen zegel en hoort nog niet bij deze controle.");
        if (audit.Changed.Count == 0)
        {
            Console.WriteLine(audit.Count == 1 ? "1 rapportage gecontroleerd: in orde." : $"{audit.Count} rapportages gecontroleerd: in orde.");
            return 0;
        }

        foreach (var year in audit.Changed)
            await Console.Error.WriteLineAsync($"De rapportage over {year} is buiten het programma om gewijzigd.");
        return Verbs.Failed;
    }
}
