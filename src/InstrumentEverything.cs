[assembly: Instrumentation.Instrumented(Access = Instrumentation.InstrumentedAccess.Private)]
