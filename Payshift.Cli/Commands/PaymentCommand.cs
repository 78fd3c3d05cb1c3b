using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift payment REFERENCE</c>: one payment's state, links and timeline.</summary>
internal static class PaymentCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var reference = new Argument<string>("reference") { HelpName = "reference", Description = "Of a payment, or of an order or a customer: these lead to payments." };
        var target = new ClientOptions(context);
        var command = new Command("payment", "Shows where a payment stands, who says so, what it leads to, and its webhooks.") { reference };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var name = parsed.GetRequiredValue(reference);
            if (await payshift.GetPaymentAsync(name, cancellationToken) is not { } payment)
            {
                throw new CommandException(ExitCodes.NotAsExpected, $"Nothing is recorded for {name}, and no payment names it as its order or customer.");
            }

            PaymentView.Write(context.Output, payment, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
