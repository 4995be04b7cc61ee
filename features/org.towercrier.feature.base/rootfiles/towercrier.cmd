@echo off
rem Starts Towercrier from the folder it was unpacked to: the workbench, or with a command the same product without a window.
rem   towercrier [--workspace DIR] [COMMAND [OPTIONS]]
rem TOWERCRIER_JVM holds further options for the Java machine, for example -Xmx4g.
setlocal EnableExtensions EnableDelayedExpansion

set "install=%~dp0"
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" call :accept "%JAVA_HOME%"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" for %%h in ("%%~dp$PATH:j..") do call :accept "%%~fh"
if not defined java for /d %%h in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do if not defined java call :accept "%%~h"
if not defined java (
  echo towercrier: Java 21 or newer is needed and was not found: install one or set JAVA_HOME to it. 1>&2
  exit /b 4
)

set "launcher="
for %%l in ("%install%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~l"
if not defined launcher (
  echo towercrier: this installation is not whole: %install%plugins has no org.eclipse.equinox.launcher. 1>&2
  exit /b 4
)

set "command="
set "skip="
for %%a in (%*) do (
  if defined skip (
    set "skip="
  ) else if "%%~a"=="--workspace" (
    set "skip=yes"
  ) else (
    set "word=%%~a"
    if not "!word:~0,12!"=="--workspace=" if not defined command set "command=%%~a"
  )
)

set jvm=--enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Djava.util.logging.config.file="%install%logging.properties"
if !major! geq 24 set jvm=%jvm% --sun-misc-unsafe-memory-access=allow

if defined command (
  "%java%" %jvm% -XX:+UseParallelGC -Djava.awt.headless=true %TOWERCRIER_JVM% -jar "%launcher%" -nosplash -data @none -application org.towercrier.cli.application %*
  exit /b !errorlevel!
)

set "next=%TEMP%\towercrier-%RANDOM%%RANDOM%.txt"
set "arguments=%*"
:again
"%java%" %jvm% -XX:+UseSerialGC -Xms96m -Xmx2g -XX:MaxHeapFreeRatio=40 -XX:TieredStopAtLevel=1 -Dtowercrier.next.workspace="%next%" %TOWERCRIER_JVM% -jar "%launcher%" -nosplash -data @noDefault %arguments%
set "status=%errorlevel%"
if not "%status%"=="23" exit /b %status%
if exist "%next%" (
  for /f "usebackq delims=" %%w in ("%next%") do set "arguments=--workspace "%%w""
  del "%next%"
)
goto again

:accept
set "major=0"
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "major=%%~m"
if %major% geq 21 set "java=%~1\bin\java.exe"
exit /b 0
