global using System.CommandLine;
global using System.Globalization;
global using System.Text;
global using Payshift.Cli.Commands;
global using Payshift.Cli.Output;
global using Spectre.Console;
