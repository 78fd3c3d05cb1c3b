using Payshift.Benchmarks;

return await BenchmarkRun.RunAsync(args);
