set-up-save-title = Configurar clase
set-up-save-submit = Guardar
set-up-name = Nombre de la clase
set-up-co-teachers = ¿Quién más da clase contigo?
set-up-teachers = ¿Quién da esta clase?
set-up-timezone = Zona horaria de la clase
set-up-timezone-hint = Por ejemplo, Europe/Madrid o America/Bogota
set-up-term = Último día del trimestre
set-up-days = Días de seguimiento
set-up-time = Hora del seguimiento
set-up-time-hint = Pregunto a cada estudiante a esta hora, en su propia zona horaria.
set-up-autonomy = ¿Cuánto puede elegir cada estudiante?
autonomy-guided = Poco: un objetivo, con las fechas de la clase
autonomy-shared = Algo: hasta 3 objetivos, fecha final propia
autonomy-open = Mucho: hasta 3 objetivos, fechas y días propios
set-up-shoutouts = Reconocimientos en el canal de la clase
set-up-shoutouts-on = Sí. Antes siempre pido permiso a la persona
set-up-shoutouts-first = Sí. Tras la persona, antes mira un docente
set-up-shoutouts-off = No
set-up-grades = Notas de esta clase
# The form reads a dash, not "A a F".
set-up-grades-hint = La mejor primero: A-F, 10-1 o sobresaliente, notable, aprobado. Los objetivos pueden usarlas.
set-up-takes = ¿Qué pueden mostrar los estudiantes?
set-up-takes-hint = Cuando alguien envía otra cosa, le digo qué sirve en su lugar.
set-up-takes-picture = Fotos
set-up-takes-document = Documentos (PDF, Word y otros)
set-up-takes-audio = Audios
set-up-takes-video = Video
set-up-takes-link = Enlaces
set-up-takes-text = Textos
set-up-file = ¿Cuánto puede pesar un archivo?
set-up-file-mb = Hasta { $mb } MB
set-up-file-most = Hasta { $mb } MB, lo máximo que permite tu escuela
class-ready-title = Accord está listo para { $classroom }
class-ready-what = Aquí cada estudiante elige unos pocos objetivos claros y los acuerda con un docente.
class-ready-how = Después pregunto cómo va, cada { $days } ({ $time }). Para empezar, escríbeme “hola” en un mensaje directo.
class-ready-coming = Los próximos días en que pregunto: { $dates }.
class-ready-teachers = Docentes: { $names }
class-ready-private = Los contratos, los comentarios y las notas solo los ven cada estudiante y sus docentes. Si alguien ayuda en la clase, ve objetivos y seguimientos.
roster-read = { $count ->
    [one] Ahora hay *1 estudiante* en { $classroom }. Cualquier persona de tu centro educativo que entre en el canal entra también en la clase.
   *[other] Ahora hay *{ $count } estudiantes* en { $classroom }. Cualquier persona de tu centro educativo que entre en el canal entra también en la clase.
  }
roster-empty = { $classroom } todavía no tiene estudiantes. Quien entre en el canal de la clase entrará también en la clase.
teacher-named = { $name } dice que puedes dar clase aquí. Para empezar, ve al canal de tu clase y escribe /accord setup.
teacher-unnamed = { $name } decidió que ya no puedes configurar clases nuevas. Conservas las clases que das ahora.
refusal-teacher-from-outside = { $name } no es de tu organización, así que no puede dar clase aquí. Elige a otra persona.
refusal-no-teacher = Elige al menos a un docente para esta clase.
refusal-named-in-the-settings = Quienes mantienen Accord nombraron a esta persona en sus ajustes (ACCORD_TEACHERS). Nadie más puede cambiarlo.
refusal-may-not-teach = Solo un docente puede configurar una clase. Pide a quien administra este espacio de trabajo que te nombre en la pestaña Inicio de Accord.
refusal-who-are-you = Slack no me dice ahora quién eres. No puedo ver si puedes dar clase. Inténtalo de nuevo en un minuto. Si no funciona, pide a quienes mantienen Accord que te nombren.
refusal-set-up-in-a-channel = Una clase necesita un canal. Ve al canal de tu clase y escribe allí /accord setup.
student-away = *{ $student }* ya no está en el canal de { $classroom } y tiene un contrato abierto.
student-back = *{ $student }* está otra vez en el canal de { $classroom }. El contrato y sus seguimientos continúan.
student-away-over = *{ $student }* ya no está en el canal de { $classroom }. Ya no tiene nada abierto ahí.
student-away-next = Hasta que vuelva, el contrato se queda como está y no pediré seguimientos.
refusal-check-in-at-night = Elige una hora entre las { TIME("07:00") } y las { TIME("20:00") }: de noche no pregunto a nadie.
refusal-grades-unread = No he entendido estas notas. Escribe primero la mejor: A-F, 10-1 o sobresaliente, notable, aprobado.

# A term ends, or was made shorter.
term-ends = El trimestre de *{ $classroom }* termina el { $date }.
term-ends-running = { $count ->
    [one] 1 contrato sigue en marcha: { $names }
   *[other] { $count } contratos siguen en marcha: { $names }
  }
term-ends-unsigned = { $count ->
    [one] 1 contrato aún no está firmado: { $names }
   *[other] { $count } contratos aún no están firmados: { $names }
  }
term-next-button = Preparar el próximo
term-ends-next = Cada contrato termina en su último día. Para seguir, escribe un nuevo final de trimestre. La clase, su gente y lo que está en marcha se quedan.
term-ends-yours = El trimestre de *{ $classroom }* termina el { $date }. Tu contrato termina el { $until }.
term-ends-yours-next = En su último día te pediré tu número final. Ahora no tienes que hacer nada.
term-ends-unsigned-yours = El trimestre de *{ $classroom }* termina el { $date }. Tu contrato aún no está firmado.
term-ends-unsigned-yours-next = Si lo quieres para este trimestre, termínalo pronto o habla con tu docente.
term-cut = Ahora el trimestre de *{ $classroom }* termina el { $date }.
term-cut-keep = { $count ->
    [one] 1 contrato sigue después de ese día: { $names }
   *[other] { $count } contratos siguen después de ese día: { $names }
  }
term-cut-asked = { $count ->
    [one] 1 estudiante tiene el nuevo final por firmar: { $names }
   *[other] { $count } estudiantes tienen el nuevo final por firmar: { $names }
  }
term-cut-nobody = Ningún contrato sigue después de ese día.
term-cut-button = Sugerir este final
term-cut-next = Lo firmado sigue igual. Con el botón pediré a cada estudiante que firme el nuevo último día.
